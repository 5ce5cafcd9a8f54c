package org.nuanyang.household;

import java.util.Collection;

import org.nuanyang.importing.DependsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a family has typed and not yet handed in is not thrown away with the pupil. */
@Component
class DraftDependsOn implements DependsOn {

	private final JdbcClient jdbc;

	DraftDependsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String subject() {
		return "enrolment";
	}

	@Override
	public long count(Collection<Long> ids) {
		return this.jdbc.sql("select count(*) from household_draft where enrolment_id = any (?)")
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public String reasonKey() {
		return "household.depends.draft";
	}

}
