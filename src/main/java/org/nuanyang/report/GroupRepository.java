package org.nuanyang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.org.GradeNames;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts pupils by the groups they are in. */
@Repository
class GroupRepository {

	private static final String PUPILS = """
			from (select e.*, p.sex, k.number as class_number, g.number as grade_number, g.entry_year, s.name as school,
					d.name as district, array(select c.code from pupil_category c where c.enrolment_id = e.id
						and c.school_id = e.school_id and c.valid_from <= :day
						and (c.valid_until is null or c.valid_until >= :day)) as codes
				from enrolment e join person p on p.id = e.person_id join school_class k on k.id = e.class_id
					join grade g on g.id = k.grade_id join school s on s.id = e.school_id
					join school_district d on d.id = s.district_id
				where e.school_id = any (:schools) and e.left_on is null) e""";

	private static final String COUNTS = "count(*) as pupils, count(*) filter (where e.sex = 'MALE') as boys, "
			+ "count(*) filter (where e.sex = 'FEMALE') as girls, count(*) filter (where e.boarding) as boarders, "
			+ "count(*) filter (where " + Group.ANY + ") as any_group, "
			+ Arrays.stream(Group.values())
				.map((group) -> "count(*) filter (where " + group.condition() + ") as " + group.column())
				.collect(Collectors.joining(", "));

	/** Whom the pupil list shows unasked, wherever their class stands. */
	private static final String DETAILS = """
			from (select h.*, h.%s as place, (select q.sex from person q where q.id = h.person_id) as sex,
				array(select c.code from pupil_category c where c.enrolment_id = h.id and c.school_id = h.school_id
					and c.valid_from <= :day and (c.valid_until is null or c.valid_until >= :day)) as codes
			from enrolment h where h.school_id = any (:schools) and h.status in ('ENROLLED', 'ON_LEAVE')) e""";

	private final JdbcClient jdbc;

	GroupRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<GroupRow> byClass(long school, LocalDate day) {
		return this.jdbc
			.sql("select e.class_id, e.grade_number, e.entry_year, e.class_number, " + COUNTS + " " + PUPILS
					+ " group by e.class_id, e.grade_number, e.entry_year, e.class_number"
					+ " order by e.grade_number nulls last, e.entry_year, e.class_number")
			.param("schools", new Long[] { school })
			.param("day", day)
			.query((row, n) -> {
				var grade = row.getObject("grade_number", Integer.class);
				var name = (grade != null) ? GradeNames.grade(grade) : row.getInt("entry_year") + "级";
				return row(row, name + GradeNames.ofClass(row.getInt("class_number")), school,
						(grade != null) ? grade : 0, row.getLong("class_id"));
			})
			.list();
	}

	/** Schools without a pupil have no line. */
	List<GroupRow> bySchool(Collection<Long> schools, LocalDate day) {
		return this.jdbc
			.sql("select e.school_id, e.school, " + COUNTS + " " + PUPILS
					+ " group by e.school_id, e.school, e.district"
					+ " order by e.district collate \"zh-x-icu\", e.school collate \"zh-x-icu\"")
			.param("schools", schools.toArray(Long[]::new))
			.param("day", day)
			.query((row, n) -> row(row, row.getString("school"), row.getLong("school_id"), 0, null))
			.list();
	}

	/**
	 * What the lists behind the cells have, asked of the enrolments alone: per class, or
	 * per school where no class is told apart.
	 */
	Map<Long, GroupRow> details(Collection<Long> schools, LocalDate day, boolean byClass) {
		var details = new HashMap<Long, GroupRow>();
		this.jdbc
			.sql("select e.place, " + COUNTS + " " + DETAILS.formatted(byClass ? "class_id" : "school_id")
					+ " group by e.place")
			.param("schools", schools.toArray(Long[]::new))
			.param("day", day)
			.query((row) -> {
				details.put(row.getLong("place"), row(row, "", 0, 0, null));
			});
		return details;
	}

	private static GroupRow row(ResultSet row, String name, long school, int grade, @Nullable Long schoolClass)
			throws SQLException {
		var groups = new EnumMap<Group, Long>(Group.class);
		for (var group : Group.values()) {
			groups.put(group, row.getLong(group.column()));
		}
		return new GroupRow(name, school, (grade > 0) ? grade : null, schoolClass, row.getLong("pupils"),
				row.getLong("boys"), row.getLong("girls"), row.getLong("boarders"), row.getLong("any_group"), groups,
				false);
	}

}
