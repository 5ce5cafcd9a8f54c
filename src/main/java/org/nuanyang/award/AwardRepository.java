package org.nuanyang.award;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/** Awards and their amounts per term. */
@Repository
class AwardRepository {

	private final JdbcClient jdbc;

	AwardRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PayableAward> payable(long schoolId, long programmeId, SchoolYear year, Term term) {
		return this.jdbc.sql("""
				select a.id, a.enrolment_id, a.person_id, a.tier, t.amount
				from award a join award_term t on t.award_id = a.id
				where a.school_id = ? and a.programme_id = ? and a.school_year = ? and t.term = ? and t.amount > 0
				order by a.id""")
			.params(schoolId, programmeId, year.firstYear(), term.name())
			.query((row, number) -> new PayableAward(row.getLong("id"), row.getLong("enrolment_id"),
					row.getLong("person_id"), Tier.valueOf(row.getString("tier")),
					Yuan.of(row.getBigDecimal("amount"))))
			.list();
	}

}
