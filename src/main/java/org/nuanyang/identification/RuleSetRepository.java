package org.nuanyang.identification;

import java.util.Optional;

import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleSetRepository {

	private final JdbcClient jdbc;

	RuleSetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ActiveRuleSet> active(SchoolYear year) {
		return this.jdbc.sql("select * from rule_set where school_year = ? and status = 'ACTIVE'")
			.param(year.firstYear())
			.query((row, n) -> new ActiveRuleSet(row.getLong("id"), row.getString("name"), row.getString("name_en"),
					year, row.getInt("version"), RuleSetReader.read(row.getString("body"))))
			.optional();
	}

}
