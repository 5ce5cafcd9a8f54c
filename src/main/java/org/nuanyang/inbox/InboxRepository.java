package org.nuanyang.inbox;

import java.util.Map;
import org.nuanyang.web.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.GradeNames;
import org.nuanyang.web.WorkItem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages as stored, and who is to get one. */
@Repository
class InboxRepository {

	private static final String SHOWN = """
			from inbox_message m join school s on s.id = m.school_id
				left join aid_application a on m.subject_type = 'application' and a.id = m.subject_id and a.school_id = m.school_id
				left join enrolment e on e.id = a.enrolment_id
				left join school_class k on k.id = e.class_id left join grade g on g.id = k.grade_id
				left join person p on p.id = e.person_id and (not :own or k.head_teacher_id = :me)
				left join payment_batch b on m.subject_type = 'payment_batch' and b.id = m.subject_id
				left join notice n on m.subject_type = 'notice' and n.id = m.subject_id
			where m.recipient_id = :me and (not :unread or m.read_at is null)""";

	private final JdbcClient jdbc;

	InboxRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** People of the school, and of the county above it, who hold one of the roles. */
	Set<Long> holders(long school, Collection<Role> roles) {
		return this.jdbc.sql("""
				select distinct u.id from app_user u join user_role r on r.user_id = u.id
				where not u.disabled and (r.role in (:atSchool) and u.school_id = :school
					or r.role = 'COUNTY' and 'COUNTY' in (:roles) and u.county_id = (select d.county_id
						from school s join school_district d on d.id = s.district_id where s.id = :school))""")
			.param("school", school)
			.param("roles", names(roles))
			.param("atSchool", names(roles))
			.query((row, n) -> row.getLong(1))
			.set();
	}

	/** The head teacher of the class in which the pupil of a case is now. */
	Set<Long> headTeacher(long application) {
		return this.jdbc
			.sql("""
					select k.head_teacher_id from aid_application a join enrolment e on e.id = a.enrolment_id
						join school_class k on k.id = e.class_id join app_user u on u.id = k.head_teacher_id and not u.disabled
					where a.id = ? and e.left_on is null""")
			.param(application)
			.query((row, n) -> row.getLong(1))
			.set();
	}

	/** The head teachers whose classes have cases of the year in one of the statuses. */
	Set<Long> headTeachers(long school, int year, Collection<String> statuses) {
		return this.jdbc.sql("""
				select distinct k.head_teacher_id from aid_application a join aid_round r on r.id = a.round_id
					join enrolment e on e.id = a.enrolment_id join school_class k on k.id = e.class_id
					join app_user u on u.id = k.head_teacher_id and not u.disabled
				where a.school_id = :school and r.school_year = :year and a.status in (:statuses)""")
			.param("school", school)
			.param("year", year)
			.param("statuses", statuses)
			.query((row, n) -> row.getLong(1))
			.set();
	}

	/**
	 * Who else of the school may examine an objection where neither officer nor principal
	 * may: they had a hand in the case (ADR 26).
	 */
	Set<Long> otherExaminers(long school, long objection) {
		return this.jdbc.sql("""
				select distinct u.id from app_user u join user_role r on r.user_id = u.id
				where u.school_id = :school and not u.disabled and r.role in ('REVIEWER', 'FINANCE', 'COUNSELLOR')
					and not objection_involves(:objection, u.id)
					and not exists (select from app_user l join user_role lr on lr.user_id = l.id
						where l.school_id = :school and not l.disabled and lr.role in ('OFFICER', 'PRINCIPAL')
							and not objection_involves(:objection, l.id))""")
			.param("school", school)
			.param("objection", objection)
			.query((row, n) -> row.getLong(1))
			.set();
	}

	/** Whether the bank left somebody of a batch unpaid. */
	boolean hasFailed(long batch) {
		return this.jdbc.sql("select exists (select from payment_outcome where batch_id = ? and kind = 'FAILED')")
			.param(batch)
			.query((row, n) -> row.getBoolean(1))
			.single();
	}

	/**
	 * @param actor whose doing it is, or null for somebody from outside
	 */
	void add(@Nullable Actor actor, long school, Set<Long> recipients, Draft draft, OffsetDateTime at) {
		recipients.stream()
			.filter((recipient) -> actor == null || recipient != actor.userId())
			.forEach((recipient) -> this.jdbc
				.sql("""
						insert into inbox_message (school_id, recipient_id, kind, subject_type, subject_id, path, work, waiting, sent_from,
							actor_id, actor_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(Arrays.asList(school, recipient, draft.news().name(), draft.subjectType(), draft.subjectId(),
						draft.path(), draft.work(), draft.waiting(), draft.sentFrom(),
						(actor != null) ? actor.userId() : null, (actor != null) ? actor.name() : null, at))
				.update());
	}

	/** The lines of which anybody of the school has reminded since then, and when. */
	Map<String, Instant> reminded(long school, OffsetDateTime since) {
		var reminded = new HashMap<String, Instant>();
		this.jdbc.sql("""
				select sent_from, max(at) as at from inbox_message
				where school_id = ? and kind = 'REMINDER' and at >= ? and sent_from is not null group by sent_from""")
			.params(school, since)
			.query((row) -> {
				reminded.put(row.getString("sent_from"), row.getTimestamp("at").toInstant());
			});
		return reminded;
	}

	/** Who has been reminded since then of a line of their own, by anybody. */
	Set<Long> remindedOf(long school, WorkItem line, OffsetDateTime since) {
		return this.jdbc
			.sql("select distinct recipient_id from inbox_message where school_id = ? and kind = 'REMINDER' and at >= ?"
					+ " and work = ? and path = ?")
			.params(school, since, line.key(), line.path())
			.query((row, n) -> row.getLong(1))
			.set();
	}

	static Waiting unread(Actor actor) {
		return new Waiting("select count(*) from inbox_message where recipient_id = :me and read_at is null",
				Map.of("me", actor.userId()));
	}

	long count(Actor actor) {
		var unread = unread(actor);
		return this.jdbc.sql(unread.sql()).params(unread.parameters()).query((row, n) -> row.getLong(1)).single();
	}

	Paged<Message> page(Actor actor, boolean unread, int page, int size) {
		var total = of("select count(*) " + SHOWN, actor, unread).query((row, n) -> row.getLong(1)).single();
		var rows = of(
				"""
						select m.*, s.name as school, p.name as pupil, g.number as grade, k.number as class_number, b.number as batch, n.title
						"""
						+ SHOWN + " order by m.at desc, m.id desc limit :size offset :offset",
				actor, unread)
			.param("size", size)
			.param("offset", Paged.offset(page, size))
			.query((row, n) -> {
				var grade = row.getObject("grade", Integer.class);
				var pupil = row.getString("pupil");
				var place = (pupil != null && grade != null)
						? GradeNames.grade(grade) + GradeNames.ofClass(row.getInt("class_number")) : "";
				var thing = (row.getString("batch") != null) ? row.getString("batch") : row.getString("title");
				var waiting = row.getObject("waiting", Long.class);
				return new Message(row.getLong("id"), News.valueOf(row.getString("kind")),
						(pupil != null) ? pupil : (thing != null) ? thing : row.getString("school"), place,
						row.getString("path"), row.getString("work"), (waiting != null) ? waiting : 0,
						row.getString("actor_name"), row.getTimestamp("at").toInstant(),
						row.getTimestamp("read_at") != null);
			})
			.list();
		return new Paged<>(rows, page, size, total);
	}

	private JdbcClient.StatementSpec of(String sql, Actor actor, boolean unread) {
		return this.jdbc.sql(sql)
			.param("me", actor.userId())
			.param("own", actor.seesOwnClassesOnly())
			.param("unread", unread);
	}

	/** Where one's own message leads. */
	Optional<String> path(Actor actor, long id) {
		return this.jdbc.sql("select path from inbox_message where id = ? and recipient_id = ?")
			.params(id, actor.userId())
			.query((row, n) -> row.getString(1))
			.optional();
	}

	void read(Actor actor, long id, OffsetDateTime at) {
		this.jdbc.sql("update inbox_message set read_at = ? where id = ? and recipient_id = ? and read_at is null")
			.params(at, id, actor.userId())
			.update();
	}

	/** What was told of a thing that its reader has seen meanwhile. */
	void readAbout(String subjectType, long subject, long recipient, OffsetDateTime at) {
		this.jdbc.sql("""
				update inbox_message set read_at = ?
				where recipient_id = ? and subject_type = ? and subject_id = ? and read_at is null""")
			.params(at, recipient, subjectType, subject)
			.update();
	}

	int readAll(Actor actor, OffsetDateTime at) {
		return this.jdbc.sql("update inbox_message set read_at = ? where recipient_id = ? and read_at is null")
			.params(at, actor.userId())
			.update();
	}

	private static List<String> names(Collection<Role> roles) {
		return roles.stream().map(Enum::name).toList();
	}

}
