package org.nuanyang.payee;

import java.util.Collection;

import org.nuanyang.importing.DependsOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil with an account cannot be taken back. */
@Component
class PayeeDependsOn implements DependsOn {

	private final JdbcClient jdbc;

	PayeeDependsOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String subject() {
		return "enrolment";
	}

	@Override
	public long count(Collection<Long> ids) {
		return this.jdbc.sql("select count(*) from payee where enrolment_id = any (?)")
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public String reasonKey() {
		return "payee.depends";
	}

}
