package org.nuanyang.visit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings that have to be reported at once, for the principal and the psychology teacher
 * alone: reading them is recorded, and they wait until somebody has reported them.
 */
@Service
@Transactional
public class AlarmService {

	/** Who saw it may have called for help before writing it down. */
	private static final Duration BEFORE = Duration.ofDays(3);

	private final AlarmRepository alarms;

	private final StudentService students;

	private final Audit audit;

	private final Clock clock;

	AlarmService(AlarmRepository alarms, StudentService students, Audit audit, Clock clock) {
		this.alarms = alarms;
		this.students = students;
		this.audit = audit;
		this.clock = clock;
	}

	/** Of the whole school, also for who teaches a class besides. */
	public List<Alarm> alarms(Actor actor) {
		var school = reader(actor);
		var rows = this.alarms.ofSchool(school);
		var steps = this.alarms.steps(school).stream().collect(Collectors.groupingBy(AlarmStep::alarmId));
		var pupils = this.students
			.pupils(actor.in(Role.PRINCIPAL, Role.COUNSELLOR),
					rows.stream().map(AlarmRepository.Row::enrolmentId).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		this.audit.record(actor, school, "visit.alarms-read", "visit_alarm", null, Map.of("count", rows.size()));
		return rows.stream()
			.filter((row) -> pupils.containsKey(row.enrolmentId()))
			.map((row) -> new Alarm(row.id(), Objects.requireNonNull(pupils.get(row.enrolmentId())), row.finding(),
					row.raisedBy(), row.raisedAt(), steps.getOrDefault(row.id(), List.of())))
			.toList();
	}

	/** How many nobody has reported yet, nor found to be nothing. */
	@Transactional(readOnly = true)
	public long open(Actor actor) {
		reader(actor);
		return this.alarms.open();
	}

	/** That somebody may record what was done about it. */
	@Transactional(readOnly = true)
	void require(Actor actor, long alarmId) {
		if (!this.alarms.exists(reader(actor), alarmId)) {
			throw new NotFound("alarm " + alarmId);
		}
	}

	/**
	 * Records what was done.
	 * @throws RuleViolation for a moment to come or long before, and where anybody but
	 * the principal finds it to be nothing
	 */
	void record(Actor actor, long alarmId, AlarmStepForm form) {
		require(actor, alarmId);
		var school = actor.ownSchool();
		var now = this.clock.instant();
		var at = form.at(this.clock.getZone());
		if (at.isAfter(now)) {
			throw RuleViolation.on("time", "visit.alarm.step.future");
		}
		if (at.isBefore(this.alarms.raisedAt(alarmId).minus(BEFORE))) {
			throw RuleViolation.on("day", "visit.alarm.step.early", BEFORE.toDays());
		}
		if (form.what() == AlarmStep.Kind.UNFOUNDED && !actor.is(Role.PRINCIPAL)) {
			throw RuleViolation.on("kind", "visit.alarm.step.principal");
		}
		this.alarms.add(school, alarmId, form.what(), at, form.said(), actor, now);
		// Says neither of whom nor what: the trail is read by more people than the alarm.
		this.audit.record(actor, school, "visit.alarm-answered", "visit_alarm", alarmId,
				Map.of("kind", form.what().name()));
	}

	private static long reader(Actor actor) {
		if (!actor.is(Role.PRINCIPAL, Role.COUNSELLOR)) {
			throw new NotFound("alarms");
		}
		return actor.ownSchool();
	}

}
