package org.nuanyang.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeBoard;
import org.nuanyang.org.GradeNames;
import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an upheld objection to no line leads to, and whether it has been done. */
@Repository
class FollowUps {

	private final JdbcClient jdbc;

	private final Vault vault;

	private final NoticeBoard notices;

	FollowUps(JdbcClient jdbc, Vault vault, NoticeBoard notices) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.notices = notices;
	}

	/**
	 * Upheld, something is to be done by somebody: for a pupil, or about the whole
	 * notice.
	 */
	void begin(ObjectionRow objection, long school, Conclusion conclusion) {
		if (!conclusion.outcome().reopens()) {
			return;
		}
		var measure = conclusion.measure();
		if (measure == null) {
			throw RuleViolation.on("measure", "objection.measure.missing");
		}
		var pupil = measure.pupil();
		if (objection.kind() == Kind.MISSED && pupil == null) {
			throw RuleViolation.on("pupil", "objection.pupil.missing");
		}
		if (measure.anew() && !this.notices.mayBeAnew(objection.noticeId())) {
			throw RuleViolation.on("anew", "objection.anew.late");
		}
		this.jdbc.sql("""
				update objection set measure = :measure, measure_by = :by, measure_due = :due,
					missed_enrolment_id = :missed, anew = :anew where id = :id""")
			.param("measure", this.vault.seal("objection.measure", measure.words()))
			.param("by", measure.by())
			.param("due", measure.due())
			.param("missed", (pupil != null) ? pupil(school, pupil) : null, java.sql.Types.BIGINT)
			.param("anew", measure.anew())
			.param("id", objection.id())
			.update();
	}

	/** The pupil at the school who is meant; namesakes are told apart by the class. */
	private long pupil(long school, String typed) {
		var words = typed.strip().split("[\\s,，、]+", 2);
		var place = (words.length > 1) ? bare(words[1]) : "";
		var found = this.jdbc.sql("""
				select e.id, g.number as grade, k.number as class from enrolment e
				join person p on p.id = e.person_id
				join school_class k on k.id = e.class_id join grade g on g.id = k.grade_id
				where e.school_id = ? and e.status in ('ENROLLED', 'ON_LEAVE') and p.name = ?""")
			.params(school, words[0])
			.query((row, number) -> new Namesake(row.getLong("id"), classOf(row)))
			.list()
			.stream()
			.filter((pupil) -> bare(pupil.label()).contains(place))
			.map(Namesake::id)
			.toList();
		if (found.size() != 1) {
			throw RuleViolation.on("pupil", found.isEmpty() ? "objection.pupil.unknown" : "objection.pupil.several",
					String.valueOf(found.size()));
		}
		return found.getFirst();
	}

	private static String bare(String place) {
		return place.replaceAll("[\\s()（）班]+", "");
	}

	private static String classOf(ResultSet row) throws SQLException {
		var grade = row.getObject("grade", Integer.class);
		return ((grade != null) ? GradeNames.grade(grade) : "") + GradeNames.ofClass(row.getInt("class"));
	}

	private record Namesake(long id, String label) {

	}

	Optional<Followed> of(long id) {
		return this.jdbc.sql("""
				select o.measure, o.measure_by, o.measure_due, o.anew, o.missed_enrolment_id, n.round_id,
					n.status = 'WITHDRAWN' as withdrawn, p.name, e.class_id, g.number as grade, k.number as class,
					(select max(a.id) from aid_application a where a.enrolment_id = e.id and a.status <> 'WITHDRAWN'
						and (a.round_id = n.round_id or a.created_at > o.registered_at)) as application
				from objection o join notice n on n.id = o.notice_id
				left join enrolment e on e.id = o.missed_enrolment_id
				left join person p on p.id = e.person_id
				left join school_class k on k.id = e.class_id left join grade g on g.id = k.grade_id
				where o.id = ? and o.measure is not null""").param(id).query((row, number) -> followed(row)).optional();
	}

	private Followed followed(ResultSet row) throws SQLException {
		var pupil = row.getObject("missed_enrolment_id", Long.class);
		var missed = (pupil != null) ? new Followed.Missed(pupil, row.getString("name") + " " + classOf(row),
				row.getLong("class_id"), row.getLong("round_id"), row.getObject("application", Long.class)) : null;
		return new Followed(this.vault.open("objection.measure", row.getBytes("measure")), row.getString("measure_by"),
				row.getObject("measure_due", LocalDate.class), missed, row.getBoolean("anew"),
				row.getBoolean("withdrawn"));
	}

	/** Upheld objections of a school whose application or new notice is still missing. */
	List<Undone> undone(long school) {
		return this.jdbc.sql("""
				select o.id, o.notice_id, o.measure_due, o.anew from objection o join notice n on n.id = o.notice_id
				left join enrolment e on e.id = o.missed_enrolment_id
				where o.school_id = ? and (o.anew and n.status = 'PUBLISHED'
					or e.status in ('ENROLLED', 'ON_LEAVE') and not exists (select from aid_application a
						where a.enrolment_id = e.id and a.status <> 'WITHDRAWN'
							and (a.round_id = n.round_id or a.created_at > o.registered_at)))
				order by o.measure_due, o.id""")
			.param(school)
			.query((row, number) -> new Undone(row.getLong("id"), row.getLong("notice_id"),
					row.getObject("measure_due", LocalDate.class), row.getBoolean("anew")))
			.list();
	}

	/**
	 * Something that an upheld objection still asks for.
	 *
	 * @param anew the notice is to be published anew; otherwise a pupil is to apply
	 */
	record Undone(long objection, long notice, LocalDate due, boolean anew) {

	}

}
