package org.nuanyang.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives out the 申请编号 of a round. */
@Repository
class CaseNumbers {

	private final JdbcClient jdbc;

	CaseNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the next numbers and locks the round until the transaction ends: two who draw
	 * up cases at once take turns.
	 * @return the first of them
	 */
	int take(long roundId, int count) {
		return this.jdbc.sql("""
				update aid_round set last_number = last_number + :count where id = :round returning last_number""")
			.param("count", count)
			.param("round", roundId)
			.query((row, index) -> row.getInt(1))
			.single() - count + 1;
	}

}
