package org.nuanyang.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundStep;
import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.database.SteppedClock;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;

/** One school's round in the demo: its people, its day, and its cases. */
class DemoRound {

	private final DemoServices services;

	private final SteppedClock clock;

	private final WorkingCalendar calendar;

	private final DemoStaff.School school;

	private final Teachers teachers;

	private final DemoPeople people;

	private final SchoolYear year;

	private final long roundId;

	private LocalDate today;

	/**
	 * @param plan the days of the steps, from the day on which the round opens
	 * @param begin the day of the first case
	 * @param programmes what the round recognises hardship for; the usual one if empty
	 */
	DemoRound(DemoServices services, DemoStaff.School school, Teachers teachers, DemoPeople people, SchoolYear year,
			Map<RoundStep, RoundPlan.Dates> plan, LocalDate begin, Set<Long> programmes) {
		this.services = services;
		this.clock = services.clock();
		this.calendar = services.calendar();
		this.school = school;
		this.teachers = teachers;
		this.people = people;
		this.year = year;
		var opening = Objects.requireNonNull(plan.get(RoundStep.INFORM)).start();
		this.today = opening;
		this.roundId = as(school.officer(), () -> services.rounds()
			.open(school.officer(),
					new RoundPlan(year, year.label() + "学年困难认定", 5, plan, leaders(school, teachers), programmes)))
			.id();
		this.today = begin;
	}

	/** Those without days yet have nobody either. */
	private static Map<RoundStep, String> leaders(DemoStaff.School school, Teachers teachers) {
		var officer = school.officer().name();
		var teacher = teachers.leading().name();
		return Map.of(RoundStep.INFORM, officer, RoundStep.APPLY, officer, RoundStep.VISIT, teacher, RoundStep.APPRAISE,
				teacher, RoundStep.DECIDE, school.principal().name(), RoundStep.PUBLISH, officer, RoundStep.FILE,
				officer);
	}

	long roundId() {
		return this.roundId;
	}

	/** Lets so many working days pass. */
	DemoRound later(int workingDays) {
		this.today = this.calendar.addWorkingDays(this.today, workingDays + 1);
		return this;
	}

	<T> T as(Actor actor, Supplier<T> work) {
		return this.clock.at(this.today.atTime(10, 0), () -> actor.scope().call(work));
	}

	void as(Actor actor, Runnable work) {
		as(actor, () -> {
			work.run();
			return true;
		});
	}

	List<CaseView> inStatus(ApplicationStatus... statuses) {
		return as(this.school.officer(),
				() -> this.services.applications().cases(this.school.officer(), this.roundId, Set.of(statuses)));
	}

	DemoServices services() {
		return this.services;
	}

	Teachers teachers() {
		return this.teachers;
	}

	DemoPeople people() {
		return this.people;
	}

	LocalDate today() {
		return this.today;
	}

	DemoStaff.School school() {
		return this.school;
	}

	SchoolYear year() {
		return this.year;
	}

	LocalDateTime now() {
		return this.today.atTime(10, 0);
	}

	List<CaseView> cases(Collection<Long> ids) {
		return as(this.school.officer(),
				() -> ids.stream().map((id) -> this.services.applications().one(this.school.officer(), id)).toList());
	}

	void each(Collection<Long> ids, Step step) {
		for (var application : cases(ids)) {
			var teacher = this.teachers.of(application.classId());
			as(teacher, () -> step.take(teacher, application));
		}
	}

	void forOfficer(Collection<Long> ids, Consumer<CaseView> step) {
		for (var application : cases(ids)) {
			as(this.school.officer(), () -> step.accept(application));
		}
	}

	interface Step {

		void take(Actor teacher, CaseView application);

	}

}
