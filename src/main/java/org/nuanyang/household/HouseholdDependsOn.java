package org.nuanyang.household;

import java.util.Collection;

import org.nuanyang.importing.DependsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil whose family has been described cannot be taken back. */
@Component
class HouseholdDependsOn implements DependsOn {

	private final JdbcClient jdbc;

	HouseholdDependsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String subject() {
		return "enrolment";
	}

	@Override
	public long count(Collection<Long> ids) {
		return this.jdbc.sql("""
				select count(distinct enrolment_id) from (
					select enrolment_id from household union all select enrolment_id from verified_fact
					union all select enrolment_id from pupil_category) known
				where enrolment_id = any (?)""")
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public String reasonKey() {
		return "household.depends";
	}

}
