package org.nuanyang.application;

import org.nuanyang.importing.RowsDependOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil with an application cannot be taken back. */
@Component
class ApplicationDependsOn extends RowsDependOn {

	ApplicationDependsOn(JdbcClient jdbc) {
		super(jdbc, "enrolment", "aid_application", "application.depends");
	}

}
