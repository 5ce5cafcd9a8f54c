package org.nuanyang.visit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilView;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings to be reported at once: added, never changed. */
@Repository
class AlarmRepository {

	private static final String FINDING = "visit_alarm.finding";

	private final JdbcClient jdbc;

	private final Vault vault;

	AlarmRepository(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	long insert(PupilView pupil, long visitId, String finding, Actor actor, Instant at) {
		return this.jdbc.sql("""
				insert into visit_alarm (school_id, visit_id, enrolment_id, finding, raised_by, raised_at)
				values (?, ?, ?, ?, ?, ?) returning id
				""")
			.params(pupil.schoolId(), visitId, pupil.id(), this.vault.seal(FINDING, finding), actor.userId(),
					Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	/** A row as stored; the pupil is looked up by who asks. */
	record Row(long id, long enrolmentId, String finding, String raisedBy, Instant raisedAt) {

	}

	List<Row> ofSchool(long schoolId) {
		return this.jdbc.sql("""
				select a.*, u.name from visit_alarm a join app_user u on u.id = a.raised_by
				where a.school_id = ? order by a.raised_at desc
				""")
			.param(schoolId)
			.query((row, n) -> new Row(row.getLong("id"), row.getLong("enrolment_id"),
					this.vault.open(FINDING, row.getBytes("finding")), row.getString("name"),
					row.getTimestamp("raised_at").toInstant()))
			.list();
	}

}
