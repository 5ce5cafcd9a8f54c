package org.nuanyang.payee;

import org.nuanyang.importing.RowsDependOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil with an account cannot be taken back. */
@Component
class PayeeDependsOn extends RowsDependOn {

	PayeeDependsOn(JdbcClient jdbc) {
		super(jdbc, "enrolment", "payee", "payee.depends");
	}

}
