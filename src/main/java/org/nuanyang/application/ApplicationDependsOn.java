package org.nuanyang.application;

import java.util.Collection;

import org.nuanyang.importing.DependsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil with an application cannot be taken back. */
@Component
class ApplicationDependsOn implements DependsOn {

	private final JdbcClient jdbc;

	ApplicationDependsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String subject() {
		return "enrolment";
	}

	@Override
	public long count(Collection<Long> ids) {
		return this.jdbc.sql("select count(*) from aid_application where enrolment_id = any (?)")
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public String reasonKey() {
		return "application.depends";
	}

}
