package org.nuanyang.identification;

import java.util.Collection;

import org.nuanyang.importing.DependsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil who has been assessed cannot be taken back. */
@Component
class IdentificationDependsOn implements DependsOn {

	private final JdbcClient jdbc;

	IdentificationDependsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String subject() {
		return "enrolment";
	}

	@Override
	public long count(Collection<Long> ids) {
		return this.jdbc.sql("select count(*) from assessment where enrolment_id = any (?)")
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public String reasonKey() {
		return "identification.depends";
	}

}
