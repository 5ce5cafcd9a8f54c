package org.nuanyang.visit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilView;
import org.nuanyang.vault.Vault;
import org.nuanyang.web.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings to be reported at once: added, never changed. */
@Repository
class AlarmRepository {

	private static final String FINDING = "visit_alarm.finding";

	private static final String NOTE = "visit_alarm_step.note";

	/** Row-level security narrows it to the own school. */
	static final Waiting OPEN = new Waiting("""
			select count(*) from visit_alarm a where not exists (
				select from visit_alarm_step s where s.alarm_id = a.id and s.kind in ('POLICE', 'UNFOUNDED'))""",
			Map.of());

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

	boolean exists(long schoolId, long alarmId) {
		return this.jdbc.sql("select exists (select from visit_alarm where school_id = ? and id = ?)")
			.params(schoolId, alarmId)
			.query(Boolean.class)
			.single();
	}

	Instant raisedAt(long alarmId) {
		return this.jdbc.sql("select raised_at from visit_alarm where id = ?")
			.param(alarmId)
			.query((row, n) -> row.getTimestamp(1).toInstant())
			.single();
	}

	long open() {
		return this.jdbc.sql(OPEN.sql()).query(Long.class).single();
	}

	void add(long schoolId, long alarmId, AlarmStep.Kind kind, Instant doneAt, String note, Actor by, Instant now) {
		this.jdbc.sql("""
				insert into visit_alarm_step (school_id, alarm_id, kind, done_at, note, recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(schoolId, alarmId, kind.name(), Timestamp.from(doneAt), this.vault.seal(NOTE, note), by.userId(),
					Timestamp.from(now))
			.update();
	}

	List<AlarmStep> steps(long schoolId) {
		return this.jdbc.sql("""
				select s.*, u.name from visit_alarm_step s join app_user u on u.id = s.recorded_by
				where s.school_id = ? order by s.done_at, s.id
				""")
			.param(schoolId)
			.query((row, n) -> new AlarmStep(row.getLong("alarm_id"), AlarmStep.Kind.valueOf(row.getString("kind")),
					row.getTimestamp("done_at").toInstant(), this.vault.open(NOTE, row.getBytes("note")),
					row.getString("name")))
			.list();
	}

}
