package org.nuanyang.household;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.PupilView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verified facts: added, never changed. */
@Repository
class VerifiedFactRepository {

	private final JdbcClient jdbc;

	VerifiedFactRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	VerifiedFacts inForce(PupilView pupil, SchoolYear year) {
		return VerifiedFacts.of(this.jdbc.sql("""
				select distinct on (f.code) f.code, f.value, f.source, u.name, f.verified_at
				from verified_fact f join app_user u on u.id = f.verified_by
				where f.school_id = ? and f.enrolment_id = ? and f.school_year = ?
				order by f.code, f.verified_at desc, f.id desc
				""")
			.params(pupil.schoolId(), pupil.id(), year.firstYear())
			.query((row, n) -> new VerifiedFact(FactCode.valueOf(row.getString("code")), row.getString("value"),
					FactSource.valueOf(row.getString("source")), row.getString("name"),
					row.getTimestamp("verified_at").toInstant()))
			.list());
	}

	/** Of many pupils at once, by enrolment. */
	Map<Long, VerifiedFacts> inForce(Collection<Long> enrolments, SchoolYear year) {
		var facts = new HashMap<Long, List<VerifiedFact>>();
		if (!enrolments.isEmpty()) {
			this.jdbc
				.sql("""
						select distinct on (f.enrolment_id, f.code) f.enrolment_id, f.code, f.value, f.source, u.name, f.verified_at
						from verified_fact f join app_user u on u.id = f.verified_by
						where f.enrolment_id = any(:enrolments) and f.school_year = :year
						order by f.enrolment_id, f.code, f.verified_at desc, f.id desc
						""")
				.param("enrolments", enrolments.toArray(Long[]::new))
				.param("year", year.firstYear())
				.query((row) -> {
					facts.computeIfAbsent(row.getLong("enrolment_id"), (pupil) -> new ArrayList<>())
						.add(new VerifiedFact(FactCode.valueOf(row.getString("code")), row.getString("value"),
								FactSource.valueOf(row.getString("source")), row.getString("name"),
								row.getTimestamp("verified_at").toInstant()));
				});
		}
		return facts.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> VerifiedFacts.of(entry.getValue())));
	}

	void add(PupilView pupil, SchoolYear year, Map<FactCode, String> facts, FactSource source, long by, Instant at) {
		facts.forEach((code, value) -> this.jdbc.sql("""
				insert into verified_fact (school_id, enrolment_id, school_year, code, value, source, verified_by,
					verified_at)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(List.of(pupil.schoolId(), pupil.id(), year.firstYear(), code.name(), value, source.name(), by,
					Timestamp.from(at)))
			.update());
	}

}
