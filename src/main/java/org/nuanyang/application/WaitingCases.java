package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.web.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cases of a round that wait for one person. */
@Component
class WaitingCases {

	/** What waits for a day, for filing or for an objection is counted there. */
	private static final Set<NextStep> ELSEWHERE = EnumSet.of(NextStep.WAIT_OUT_NOTICE, NextStep.FILE,
			NextStep.EXAMINE_OBJECTION);

	/** Of a case a: this person, :me, has not submitted it. */
	private static final String NOT_OWN = """
			not exists (select from application_event s
				where s.application_id = a.id and s.action = 'SUBMIT' and s.actor_id = :me)""";

	/** Of a case a: the principal accepts it, since every officer submitted it. */
	private static final String LEFT_TO_PRINCIPAL = """
			(a.status = 'SUBMITTED' and %s and not exists (select from app_user u
				join user_role o on o.user_id = u.id and o.role = 'OFFICER'
				where u.school_id = a.school_id and not u.disabled and not exists (select from application_event s
					where s.application_id = a.id and s.action = 'SUBMIT' and s.actor_id = u.id)))"""
		.formatted(NOT_OWN);

	private final ObjectProvider<HeldCases> held;

	private final ObjectProvider<PastNotice> notices;

	private final Clock clock;

	WaitingCases(ObjectProvider<HeldCases> held, ObjectProvider<PastNotice> notices, Clock clock) {
		this.notices = notices;
		this.held = held;
		this.clock = clock;
	}

	/** Those that stand before one of this person's steps. */
	Waiting of(Actor actor) {
		if (actor.school().isEmpty() || conditions(actor).isEmpty()) {
			return Waiting.NOTHING;
		}
		return new Waiting("""
				select count(*) from aid_round r join aid_application a on a.round_id = r.id
					join enrolment e on e.id = a.enrolment_id
				where r.school_id = :school and r.school_year = :year and """ + " " + condition(actor),
				Map.of("school", actor.ownSchool(), "year", SchoolYear.of(today()).firstYear(), "me", actor.userId()));
	}

	/** Of a case a and its enrolment e: this person, :me, takes its next step. */
	String condition(Actor actor) {
		var own = conditions(actor);
		return own.isEmpty() ? "false" : "(" + String.join(" or ", own) + ") and " + free();
	}

	private static List<String> conditions(Actor actor) {
		var own = steps(actor).stream().map(WaitingCases::condition).collect(Collectors.toCollection(ArrayList::new));
		if (actor.is(Role.PRINCIPAL)) {
			own.add(LEFT_TO_PRINCIPAL);
		}
		return own;
	}

	/** Of a case a: nobody else has it in hand. */
	String free() {
		return this.held.stream()
			.map((feature) -> "a.id not in (" + feature.applications() + ")")
			.collect(Collectors.joining(" and ", "(true and ", ")"));
	}

	/** Of a case a, on :today: it has stood on notice to its end. */
	String past() {
		return this.notices.stream()
			.map(PastNotice::condition)
			.collect(Collectors.joining(" and ", "(a.status = 'ON_NOTICE' and ", ")"));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** To those that wait for a step and are in nobody else's hands. */
	void narrow(CaseReader.Where where, NextStep step) {
		where.and(free());
		if (step.past() != null) {
			where.and(past() + " = :past", "past", step.past()).and("true", "today", today());
		}
	}

	private static Set<NextStep> steps(Actor actor) {
		return Arrays.stream(NextStep.values())
			.filter((step) -> step.isFor(actor) && !ELSEWHERE.contains(step))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(NextStep.class)));
	}

	private static String condition(NextStep step) {
		var statuses = step.statuses().stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
		var assessed = step.assessed();
		return "(a.status in (" + statuses + ")"
				+ ((assessed == null) ? "" : " and a.assessment_id is " + (assessed ? "not null" : "null"))
				+ ((step.role() == Role.HEAD_TEACHER)
						? " and e.class_id in (select id from school_class where head_teacher_id = :me)" : "")
				+ ((step == NextStep.ACCEPT) ? " and " + NOT_OWN : "") + ")";
	}

}
