package org.nuanyang.application;

import java.util.Set;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.visit.AwaitsVisit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that were handed in and cannot go on before the family is visited. */
@Component
class CasesToVisit implements AwaitsVisit {

	private final JdbcClient jdbc;

	CasesToVisit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<Long> pupils(long schoolId, SchoolYear year) {
		return this.jdbc
			.sql("""
					select a.enrolment_id from aid_application a join aid_round r on r.id = a.round_id
					where a.school_id = :school and r.school_year = :year and a.status in ('SUBMITTED', 'SENT_BACK', 'ACCEPTED')
						and not exists (select from home_visit v
							where v.enrolment_id = a.enrolment_id and v.school_year = r.school_year)""")
			.param("school", schoolId)
			.param("year", year.firstYear())
			.query((row, number) -> row.getLong(1))
			.set();
	}

}
