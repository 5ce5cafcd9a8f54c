package org.nuanyang.student;

import org.nuanyang.kernel.Recall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.GradeNames;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads pupils as rows: what the actor's schools and, for a head teacher, own classes
 * show.
 */
@Component
class PupilReader {

	static final String FROM = """
			 from enrolment e
			 join person p on p.id = e.person_id
			 join school_class k on k.id = e.class_id
			 join grade g on g.id = k.grade_id
			 join school s on s.id = e.school_id
			""";

	/** Class scope of a head teacher; :own is false for everybody else. */
	static final String VISIBLE = " (not :own or k.head_teacher_id = :actor) ";

	/**
	 * The class that a pupil left from; the class itself moves up without those who left.
	 */
	static final String LAST_CLASS = """
			case when e.status in ('TRANSFERRED_OUT', 'LEFT') then (select v.from_class from enrolment_event v
				where v.enrolment_id = e.id and v.from_class is not null
				order by v.happened_on desc, v.recorded_at desc, v.id desc limit 1) end
			""";

	private static final String VIEW = """
			select e.id, e.person_id, e.school_id, p.name, p.sex, p.id_type, p.id_number, e.registry_tail, e.class_id,
				g.number as grade, g.entry_year, k.number as class_number, s.stage, e.boarding, e.status,
				""" + LAST_CLASS + " as last_class" + FROM + " where " + VISIBLE;

	private static final String BY_CLASS_AND_NAME = """
			 order by g.number nulls last, k.number, p.sort_key, e.id
			""";

	private final JdbcClient jdbc;

	private final Vault vault;

	PupilReader(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	Optional<PupilView> find(Actor actor, long id) {
		return Recall.once("pupil", List.of(actor, id),
				() -> views(actor, "e.id = :id", Map.of("id", id)).stream().findFirst());
	}

	List<PupilView> find(Actor actor, Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : views(actor, "e.id in (:ids)", Map.of("ids", ids));
	}

	/** The class of the day on which a pupil finished the school or left it. */
	Optional<String> lastClass(long enrolmentId) {
		return this.jdbc.sql("""
				select from_class from enrolment_event where enrolment_id = :id and from_class is not null
					and kind in ('GRADUATED', 'TRANSFERRED_OUT', 'LEFT', 'DIED')
				order by happened_on desc, recorded_at desc, id desc limit 1""")
			.param("id", enrolmentId)
			.query(String.class)
			.optional();
	}

	/** The pupils who are at the school, by name. */
	List<PupilView> ofClass(Actor actor, long classId) {
		return views(actor, "e.class_id = :class and e.status = 'ENROLLED'", Map.of("class", classId));
	}

	private List<PupilView> views(Actor actor, String condition, Map<String, ?> params) {
		return this.jdbc.sql(VIEW + "and " + condition + BY_CLASS_AND_NAME)
			.params(scoped(actor, params))
			.query(this::view)
			.list();
	}

	static Map<String, Object> scoped(Actor actor, Map<String, ?> params) {
		var all = new HashMap<String, Object>(params);
		all.put("own", actor.seesOwnClassesOnly());
		all.put("actor", actor.userId());
		return all;
	}

	private PupilView view(ResultSet row, int number) throws SQLException {
		var stage = SchoolStage.valueOf(row.getString("stage"));
		var grade = row.getObject("grade", Integer.class);
		var tail = row.getString("registry_tail");
		return new PupilView(row.getLong("id"), row.getLong("person_id"), row.getLong("school_id"),
				row.getString("name"), Sex.valueOf(row.getString("sex")), maskedId(row), (tail != null) ? tail : "",
				row.getLong("class_id"), gradeName(row), className(row), (grade != null) ? grade : stage.lastGrade(),
				stage, row.getBoolean("boarding"), EnrolmentStatus.valueOf(row.getString("status")));
	}

	String maskedId(ResultSet row) throws SQLException {
		var sealed = row.getBytes("id_number");
		return (sealed != null) ? new IdDocument(IdDocumentType.valueOf(row.getString("id_type")),
				this.vault.open(PersonIdColumn.NAME, sealed))
			.masked() : "";
	}

	/**
	 * A class that has graduated is called by the year of its entering; who left it
	 * earlier is told with the whole name it had then.
	 */
	static String gradeName(ResultSet row) throws SQLException {
		var left = row.getString("last_class");
		if (left != null) {
			return left;
		}
		var grade = row.getObject("grade", Integer.class);
		return (grade != null) ? GradeNames.grade(grade) : row.getInt("entry_year") + "级";
	}

	static String className(ResultSet row) throws SQLException {
		return (row.getString("last_class") != null) ? "" : GradeNames.ofClass(row.getInt("class_number"));
	}

}
