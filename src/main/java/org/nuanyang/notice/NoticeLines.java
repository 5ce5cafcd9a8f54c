package org.nuanyang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of a notice, the cases behind it, and its history. */
@Repository
class NoticeLines {

	/** Of a notice n. */
	static final String MADE_BY_ME = """
			exists (select from notice_event v
				where v.notice_id = n.id and v.actor_id = :me and v.action in ('EDIT', 'CHECK', 'SUBMIT'))""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Clock clock;

	NoticeLines(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.clock = clock;
	}

	/**
	 * Takes the list anew: line by line the pupil's words and, apart from them, the case.
	 */
	void take(Notice notice, List<NoticeRow> rows, List<Long> applications) {
		clear(notice);
		endFormerStanding(applications);
		this.batch.batchUpdate("""
				insert into notice_row (notice_id, school_id, position, name, grade_name, class_name, tier)
				values (?, ?, ?, ?, ?, ?, ?)""", rows, 500, (statement, row) -> {
			statement.setLong(1, notice.id());
			statement.setLong(2, notice.schoolId());
			statement.setInt(3, row.position());
			statement.setString(4, row.name());
			statement.setString(5, row.gradeName());
			statement.setString(6, row.className());
			statement.setString(7, (row.tier() != null) ? row.tier().name() : null);
		});
		this.batch.batchUpdate("""
				insert into notice_case (notice_id, school_id, position, application_id) values (?, ?, ?, ?)""", rows,
				500, (statement, row) -> {
					statement.setLong(1, notice.id());
					statement.setLong(2, notice.schoolId());
					statement.setInt(3, row.position());
					statement.setLong(4, applications.get(row.position() - 1));
				});
	}

	/**
	 * A case that passed again after an objection stands on the new notice, no more on
	 * the old.
	 */
	private void endFormerStanding(List<Long> applications) {
		this.jdbc.sql("update notice_case set live = false where live and application_id in (:applications)")
			.param("applications", applications)
			.update();
	}

	void clear(Notice notice) {
		this.jdbc.sql("delete from notice_row where notice_id = ?").param(notice.id()).update();
	}

	/** As the public reads it now: without those who went back to review. */
	List<NoticeRow> standing(long noticeId) {
		return this.jdbc.sql("""
				select *, row_number() over (order by position) as number
				from notice_row where notice_id = ? and not removed order by position""")
			.param(noticeId)
			.query(NoticeLines::row)
			.list();
	}

	/** The case leaves the notice it stands on; returns that notice. */
	Optional<Long> takeOut(long applicationId) {
		var notice = this.jdbc
			.sql("update notice_case set live = false where live and application_id = ? returning notice_id")
			.param(applicationId)
			.query((row, number) -> row.getLong(1))
			.optional();
		notice.ifPresent((id) -> this.jdbc.sql("""
				update notice_row set removed = true where notice_id = ? and not removed
					and position = (select position from notice_case where notice_id = ? and application_id = ?)""")
			.params(id, id, applicationId)
			.update());
		return notice;
	}

	private static NoticeRow row(ResultSet row, int index) throws SQLException {
		var tier = row.getString("tier");
		return new NoticeRow(row.getInt("position"), row.getInt("number"), row.getString("name"),
				row.getString("grade_name"), row.getString("class_name"), (tier != null) ? Tier.valueOf(tier) : null);
	}

	/** The cases on a notice, in the order of its lines. */
	List<Long> applications(long noticeId) {
		return this.jdbc.sql("select application_id from notice_case where notice_id = ? and live order by position")
			.param(noticeId)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/** Some of its cases have gone no further than the notice. */
	boolean isUnfiled(long noticeId) {
		return cases(noticeId, "a.status in ('ON_NOTICE', 'OBJECTED')");
	}

	/** Some of its cases are recognised, or on the way to it. */
	boolean isFiled(long noticeId) {
		return cases(noticeId, "a.status not in ('PASSED', 'ON_NOTICE', 'OBJECTED')");
	}

	private boolean cases(long noticeId, String condition) {
		return this.jdbc
			.sql("select exists (select from notice_case c join aid_application a on a.id = c.application_id "
					+ "where c.notice_id = ? and c.live and " + condition + ")")
			.param(noticeId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/** The cases of a round whose notice stood to its end. */
	List<Long> ended(long schoolId, long roundId, LocalDate today) {
		return this.jdbc.sql("""
				select c.application_id from notice n join notice_case c on c.notice_id = n.id and c.live
				where n.school_id = ? and n.round_id = ? and n.status = 'PUBLISHED' and n.closes_on < ?
				order by c.application_id""")
			.params(schoolId, roundId, today)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/**
	 * Numbers of a school are given one at a time; the lock ends with the transaction.
	 */
	void lockNumbers(long schoolId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('notice.number'), ?::int)")
			.param(schoolId)
			.query((row, number) -> true)
			.single();
	}

	void release(long noticeId) {
		this.jdbc.sql("update notice_case set live = false where notice_id = ?").param(noticeId).update();
	}

	void happened(Notice notice, NoticeAction action, Actor actor, @Nullable String remark, @Nullable String text) {
		this.jdbc.sql("""
				insert into notice_event (id, notice_id, school_id, happened_at, action, actor_id, actor_name, remark,
					published_text, text_sha256)
				values (nextval('id_seq'), :notice, :school, :at, :action, :actor, :name, :remark, :text,
					encode(sha256(convert_to(:text::text, 'UTF8')), 'hex'))""")
			.param("notice", notice.id())
			.param("school", notice.schoolId())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("action", action.name())
			.param("actor", actor.userId())
			.param("name", actor.name())
			.param("remark", remark)
			.param("text", text)
			.update();
	}

	/**
	 * Whether this person has drafted, checked or submitted the notice, however often it
	 * came back.
	 */
	boolean madeBy(long noticeId, long actorId) {
		return this.jdbc.sql("select " + MADE_BY_ME.replace("n.id", ":notice"))
			.param("notice", noticeId)
			.param("me", actorId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	List<NoticeEvent> history(long noticeId) {
		return this.jdbc.sql("select * from notice_event where notice_id = ? order by happened_at desc, id desc")
			.param(noticeId)
			.query((row, number) -> new NoticeEvent(
					LocalDateTime.ofInstant(row.getTimestamp("happened_at").toInstant(), this.clock.getZone()),
					NoticeAction.valueOf(row.getString("action")), row.getString("actor_name"), row.getString("remark"),
					row.getString("text_sha256")))
			.list();
	}

	/** The text as it was published, word for word. */
	Optional<String> publishedText(long noticeId) {
		return this.jdbc
			.sql("select published_text from notice_event where notice_id = ? and published_text is not null")
			.param(noticeId)
			.query((row, number) -> row.getString(1))
			.optional();
	}

}
