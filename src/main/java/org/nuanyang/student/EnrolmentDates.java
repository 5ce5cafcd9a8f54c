package org.nuanyang.student;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.nuanyang.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days of an enrolment follow each other: birth, entering, leave, return, leaving,
 * and none of them lies ahead. Moving up and changing class are not asked: they are
 * recorded on the first day of a year, also of children who, as it turns out, left in
 * summer.
 */
@Component
class EnrolmentDates {

	private static final String TURNS = " from enrolment_event where kind in ('WENT_ON_LEAVE', 'RETURNED')";

	private final JdbcClient jdbc;

	private final Clock clock;

	EnrolmentDates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The day of a change of status: not ahead, and not before the one it follows. */
	void requireChange(long enrolmentId, LocalDate day) {
		if (day.isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("day", "student.change.future");
		}
		this.jdbc
			.sql("select kind, happened_on" + TURNS
					+ " and enrolment_id = ? and happened_on > ? order by happened_on desc, id desc limit 1")
			.params(enrolmentId, Date.valueOf(day))
			.query((row, number) -> RuleViolation.on("day", "student.change.before." + row.getString("kind"),
					row.getDate("happened_on").toLocalDate().toString()))
			.optional()
			.ifPresent((violation) -> {
				throw violation;
			});
	}

	/** The day of entering, of a pupil who is new or is given another day. */
	void requireEntry(PupilDraft draft) {
		var entered = draft.schooling().enteredOn();
		if (entered.isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("enteredOn", "student.entered.future");
		}
		if (entered.isBefore(draft.identity().bornOn())) {
			throw RuleViolation.on("enteredOn", "student.entered.before-birth", draft.identity().bornOn().toString());
		}
	}

	void requireEntryBeforeChanges(long enrolmentId, LocalDate entered) {
		this.jdbc.sql("select min(happened_on)" + TURNS + " and enrolment_id = ?")
			.param(enrolmentId)
			.query((row, number) -> row.getObject(1, LocalDate.class))
			.list()
			.stream()
			.filter(Objects::nonNull)
			.filter(entered::isAfter)
			.forEach((day) -> {
				throw RuleViolation.on("enteredOn", "student.entered.after-change", day.toString());
			});
	}

	/** Who was here before comes back after having left. */
	void requireEntryAfterLeaving(long schoolId, long personId, LocalDate entered) {
		this.jdbc.sql("select max(left_on) from enrolment where school_id = ? and person_id = ?")
			.params(List.of(schoolId, personId))
			.query((row, number) -> row.getObject(1, LocalDate.class))
			.list()
			.stream()
			.filter(Objects::nonNull)
			.filter(entered::isBefore)
			.forEach((day) -> {
				throw RuleViolation.on("enteredOn", "student.entered.before-leaving", day.toString());
			});
	}

	/** The first leave of each pupil of the school who ever had one, by enrolment. */
	Map<Long, LocalDate> firstChanges(long schoolId) {
		var first = new HashMap<Long, LocalDate>();
		this.jdbc
			.sql("select enrolment_id, min(happened_on) as day" + TURNS + " and school_id = ? group by enrolment_id")
			.param(schoolId)
			.query((row) -> {
				first.put(row.getLong("enrolment_id"), row.getObject("day", LocalDate.class));
			});
		return first;
	}

}
