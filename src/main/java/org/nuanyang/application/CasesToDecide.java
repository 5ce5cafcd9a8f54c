package org.nuanyang.application;

import java.util.Collection;
import java.util.List;

import org.nuanyang.identification.AwaitsDecision;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that other rules would still reach, and those they would not. */
@Component
class CasesToDecide implements AwaitsDecision {

	private static final Collection<String> UNDECIDED = ApplicationStatus.UNDECIDED.stream().map(Enum::name).toList();

	private final JdbcClient jdbc;

	CasesToDecide(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Pending> pending(SchoolYear year) {
		return this.jdbc.sql("""
				select a.enrolment_id, r.school_year || '-' || lpad(a.number::text, 4, '0') as number, s.name
				from aid_application a join aid_round r on r.id = a.round_id join school s on s.id = a.school_id
				where r.school_year = :year and a.assessment_id is not null and a.status in (:undecided)
				order by s.name, s.id, a.number""")
			.param("year", year.firstYear())
			.param("undecided", UNDECIDED)
			.query((row, n) -> new Pending(row.getLong(1), row.getString(2), row.getString(3)))
			.list();
	}

	@Override
	public long decided(SchoolYear year) {
		return this.jdbc.sql("""
				select count(*) from aid_application a join aid_round r on r.id = a.round_id
				where r.school_year = :year and a.status not in (:undecided) and a.status <> 'WITHDRAWN'""")
			.param("year", year.firstYear())
			.param("undecided", UNDECIDED)
			.query(Long.class)
			.single();
	}

}
