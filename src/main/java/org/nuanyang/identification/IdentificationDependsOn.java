package org.nuanyang.identification;

import org.nuanyang.importing.RowsDependOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil who has been assessed cannot be taken back. */
@Component
class IdentificationDependsOn extends RowsDependOn {

	IdentificationDependsOn(JdbcClient jdbc) {
		super(jdbc, "enrolment", "assessment", "identification.depends");
	}

}
