package org.nuanyang.household;

import org.nuanyang.importing.RowsDependOn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a family has typed and not yet handed in is not thrown away with the pupil. */
@Component
class DraftDependsOn extends RowsDependOn {

	DraftDependsOn(JdbcClient jdbc) {
		super(jdbc, "enrolment", "household_draft", "household.depends.draft");
	}

}
