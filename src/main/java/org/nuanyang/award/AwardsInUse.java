package org.nuanyang.award;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.StandardsInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Standards by which an award was made, in a school that the asker sees. */
@Component
class AwardsInUse implements StandardsInUse {

	private final JdbcClient jdbc;

	AwardsInUse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean isUsed(long programmeId, SchoolYear year) {
		return this.jdbc.sql("select exists (select from award where programme_id = ? and school_year = ?)")
			.params(programmeId, year.firstYear())
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

}
