package org.nuanyang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.org.GradeNames;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts pupils by the groups they are in. */
@Repository
class GroupRepository {

	/**
	 * Who is counted, and whom the pupil list shows unasked: two conditions on the same
	 * pupils, which are read once, for a county has very many.
	 */
	private static final String PUPILS = """
			from (select e.*, e.left_on is null as told, e.status in ('ENROLLED', 'ON_LEAVE') as listed, p.sex,
					k.number as class_number, g.number as grade_number, g.entry_year, s.name as school, d.name as district,
					array(select c.code from pupil_category c where c.enrolment_id = e.id
						and c.school_id = e.school_id and c.valid_from <= :day
						and (c.valid_until is null or c.valid_until >= :day)) as codes
				from enrolment e join person p on p.id = e.person_id join school_class k on k.id = e.class_id
					join grade g on g.id = k.grade_id join school s on s.id = e.school_id
					join school_district d on d.id = s.district_id
				where e.school_id = any (:schools) and (e.left_on is null or e.status in ('ENROLLED', 'ON_LEAVE'))
				-- Else the categories of a pupil are asked for again by every column.
				offset 0) e""";

	private static final String COUNTS = counts("told") + ", " + counts("listed");

	private final JdbcClient jdbc;

	GroupRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private static String counts(String of) {
		return "count(*) filter (where e.%1$s) as %1$s_pupils, ".formatted(of)
				+ "count(*) filter (where e.%1$s and e.sex = 'MALE') as %1$s_boys, ".formatted(of)
				+ "count(*) filter (where e.%1$s and e.sex = 'FEMALE') as %1$s_girls, ".formatted(of)
				+ "count(*) filter (where e.%1$s and e.boarding) as %1$s_boarders, ".formatted(of)
				+ "count(*) filter (where e." + of + " and (" + Group.ANY + ")) as " + of + "_any_group, "
				+ Arrays.stream(Group.values())
					.map((group) -> "count(*) filter (where e." + of + " and " + group.condition() + ") as " + of + "_"
							+ group.column())
					.collect(Collectors.joining(", "));
	}

	/**
	 * A class or a school as the table tells it, and what the lists behind its cells
	 * have.
	 */
	record Counted(GroupRow told, GroupRow listed) {

	}

	List<Counted> byClass(long school, LocalDate day) {
		return this.jdbc
			.sql("select e.class_id, e.grade_number, e.entry_year, e.class_number, " + COUNTS + " " + PUPILS
					+ " group by e.class_id, e.grade_number, e.entry_year, e.class_number"
					+ " order by e.grade_number nulls last, e.entry_year, e.class_number")
			.param("schools", new Long[] { school })
			.param("day", day)
			.query((row, n) -> {
				var grade = row.getObject("grade_number", Integer.class);
				var name = ((grade != null) ? GradeNames.grade(grade) : row.getInt("entry_year") + "级")
						+ GradeNames.ofClass(row.getInt("class_number"));
				return counted(row, name, school, (grade != null) ? grade : 0, row.getLong("class_id"));
			})
			.list();
	}

	List<Counted> bySchool(Collection<Long> schools, LocalDate day) {
		return this.jdbc
			.sql("select e.school_id, e.school, " + COUNTS + " " + PUPILS
					+ " group by e.school_id, e.school, e.district"
					+ " order by e.district collate \"zh-x-icu\", e.school collate \"zh-x-icu\"")
			.param("schools", schools.toArray(Long[]::new))
			.param("day", day)
			.query((row, n) -> counted(row, row.getString("school"), row.getLong("school_id"), 0, null))
			.list();
	}

	private static Counted counted(ResultSet row, String name, long school, int grade, @Nullable Long schoolClass)
			throws SQLException {
		return new Counted(row(row, "told_", name, school, grade, schoolClass),
				row(row, "listed_", name, school, grade, schoolClass));
	}

	private static GroupRow row(ResultSet row, String of, String name, long school, int grade,
			@Nullable Long schoolClass) throws SQLException {
		var groups = new EnumMap<Group, Long>(Group.class);
		for (var group : Group.values()) {
			groups.put(group, row.getLong(of + group.column()));
		}
		return new GroupRow(name, school, (grade > 0) ? grade : null, schoolClass, row.getLong(of + "pupils"),
				row.getLong(of + "boys"), row.getLong(of + "girls"), row.getLong(of + "boarders"),
				row.getLong(of + "any_group"), groups, false);
	}

}
