package org.nuanyang.household;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
