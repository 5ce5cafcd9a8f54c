package org.nuanyang.visit;

import org.nuanyang.importing.RowsDependOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An imported pupil who was visited cannot be taken back. */
@Component
class VisitDependsOn extends RowsDependOn {

	VisitDependsOn(JdbcClient jdbc) {
		super(jdbc, "enrolment", "home_visit", "visit.depends");
	}

}
