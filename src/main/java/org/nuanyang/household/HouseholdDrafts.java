package org.nuanyang.household;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.StudentService;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Declarations half typed: each person has one per pupil and year, seen by nobody else,
 * with whatever was typed, right or wrong.
 */
@Service
@Transactional
class HouseholdDrafts {

	private static final String COLUMN = "household_draft.content";

	private final JdbcClient jdbc;

	private final StudentService students;

	private final Vault vault;

	private final JsonMapper json;

	private final Clock clock;

	HouseholdDrafts(JdbcClient jdbc, StudentService students, Vault vault, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.students = students;
		this.vault = vault;
		this.json = json;
		this.clock = clock;
	}

	/** The form as it was left, and when. */
	record Draft(HouseholdForm form, Instant savedAt) {

	}

	Instant save(Actor actor, long enrolmentId, SchoolYear year, HouseholdForm form) {
		if (!HouseholdService.mayWrite(actor)) {
			throw new NotFound("household of " + enrolmentId);
		}
		var pupil = this.students.pupil(actor, enrolmentId);
		var now = this.clock.instant();
		this.jdbc.sql("""
				insert into household_draft (enrolment_id, school_year, user_id, school_id, content, saved_at)
				values (?, ?, ?, ?, ?, ?)
				on conflict (enrolment_id, school_year, user_id) do update
					set content = excluded.content, saved_at = excluded.saved_at""")
			.params(enrolmentId, year.firstYear(), actor.userId(), pupil.schoolId(),
					this.vault.seal(COLUMN, this.json.writeValueAsString(form)), Timestamp.from(now))
			.update();
		return now;
	}

	@Transactional(readOnly = true)
	Optional<Draft> find(Actor actor, long enrolmentId, SchoolYear year) {
		this.students.pupil(actor, enrolmentId);
		return this.jdbc.sql("""
				select content, saved_at from household_draft
				where enrolment_id = ? and school_year = ? and user_id = ?""")
			.params(enrolmentId, year.firstYear(), actor.userId())
			.query((row, number) -> new Draft(
					this.json.readValue(this.vault.open(COLUMN, row.getBytes("content")), HouseholdForm.class),
					row.getTimestamp("saved_at").toInstant()))
			.optional();
	}

	void discard(Actor actor, long enrolmentId, SchoolYear year) {
		this.students.pupil(actor, enrolmentId);
		this.jdbc.sql("delete from household_draft where enrolment_id = ? and school_year = ? and user_id = ?")
			.params(enrolmentId, year.firstYear(), actor.userId())
			.update();
	}

}
