package org.nuanyang.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.HashSet;
import java.util.HashMap;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.student.PupilView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dictionary of hardship categories, and which pupil is in which. */
@Repository
class CategoryRepository {

	private static final String MEMBERSHIP = """
			select m.*, c.name, c.name_en, c.sensitivity
			from pupil_category m join hardship_category c on c.code = m.code
			""";

	private final JdbcClient jdbc;

	CategoryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Money first, then care, as the codes run. */
	List<HardshipCategory> dictionary() {
		return this.jdbc.sql("select * from hardship_category order by code desc")
			.query((row, n) -> new HardshipCategory(row.getString("code"), row.getString("name"),
					row.getString("name_en"), row.getString("authority"), row.getString("authority_en"),
					Sensitivity.valueOf(row.getString("sensitivity"))))
			.list()
			.stream()
			.sorted((a, b) -> HardshipCategory.ORDER.compare(a.code(), b.code()))
			.toList();
	}

	List<CategoryView> ofPupil(PupilView pupil) {
		return this.jdbc
			.sql(MEMBERSHIP + "where m.school_id = ? and m.enrolment_id = ? order by m.valid_from desc, m.id desc")
			.params(pupil.schoolId(), pupil.id())
			.query(this::view)
			.list();
	}

	Optional<CategoryView> find(long id) {
		return this.jdbc.sql(MEMBERSHIP + "where m.id = ?").param(id).query(this::view).optional();
	}

	Set<String> codesValidOn(long enrolmentId, LocalDate day) {
		return this.jdbc.sql("""
				select code from pupil_category
				where enrolment_id = ? and valid_from <= ? and (valid_until is null or valid_until >= ?)
				""")
			.params(enrolmentId, day, day)
			.query((row, n) -> row.getString(1))
			.stream()
			.collect(Collectors.toSet());
	}

	Map<Long, Set<String>> codesValidOn(Collection<Long> enrolments, LocalDate day) {
		var codes = new HashMap<Long, Set<String>>();
		if (!enrolments.isEmpty()) {
			this.jdbc.sql("""
					select enrolment_id, code from pupil_category where enrolment_id in (:enrolments)
						and valid_from <= :day and (valid_until is null or valid_until >= :day)""")
				.param("enrolments", enrolments)
				.param("day", day)
				.query((row) -> {
					codes.computeIfAbsent(row.getLong(1), (pupil) -> new HashSet<>()).add(row.getString(2));
				});
		}
		return codes;
	}

	List<Long> holders(long schoolId, Set<String> codes, LocalDate day) {
		return this.jdbc.sql("""
				select distinct enrolment_id from pupil_category
				where school_id = :school and code in (:codes) and valid_from <= :day
					and (valid_until is null or valid_until >= :day)""")
			.param("school", schoolId)
			.param("codes", codes)
			.param("day", day)
			.query((row, n) -> row.getLong(1))
			.list();
	}

	long insert(PupilView pupil, CategoryClaim claim, long by, Instant at) {
		return this.jdbc.sql("""
				insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, valid_until,
					recorded_by, recorded_at)
				values (:school, :enrolment, :code, :authority, :evidence, :from, :until, :by, :at) returning id
				""")
			.param("school", pupil.schoolId())
			.param("enrolment", pupil.id())
			.param("code", claim.code())
			.param("authority", claim.authority())
			.param("evidence", claim.evidence())
			.param("from", claim.validFrom())
			.param("until", claim.validUntil(), Types.DATE)
			.param("by", by)
			.param("at", Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	void end(long id, LocalDate lastDay, String reason, long by) {
		this.jdbc.sql("update pupil_category set valid_until = ?, end_reason = ?, ended_by = ? where id = ?")
			.params(lastDay, reason, by, id)
			.update();
	}

	private CategoryView view(ResultSet row, int number) throws SQLException {
		return new CategoryView(row.getLong("id"), row.getLong("enrolment_id"), row.getString("code"),
				row.getString("name"), row.getString("name_en"), row.getString("authority"), row.getString("evidence"),
				row.getObject("valid_from", LocalDate.class), until(row),
				Sensitivity.valueOf(row.getString("sensitivity")));
	}

	private static @Nullable LocalDate until(ResultSet row) throws SQLException {
		return row.getObject("valid_until", LocalDate.class);
	}

}
