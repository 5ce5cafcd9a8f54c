package org.nuanyang.disbursement;

import java.util.Collection;
import java.util.Set;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The right to be paid, once per person, programme, year and term, across all schools.
 * Only functions of the database touch it.
 */
@Repository
class ClaimRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	ClaimRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * Of these people, who is already paid for the programme and term, here or elsewhere.
	 */
	Set<Long> taken(long programmeId, SchoolYear year, Term term, Collection<Long> personIds) {
		return Set.copyOf(this.jdbc.sql("select claims_taken(?, ?, ?, ?)")
			.params(programmeId, year.firstYear(), term.name(), personIds.toArray(Long[]::new))
			.query((row, n) -> row.getLong(1))
			.list());
	}

	/** Takes the claims of an approved batch; answers with the rows that got none. */
	Set<Long> take(long batchId) {
		return Set
			.copyOf(this.jdbc.sql("select take_claims(?)").param(batchId).query((row, n) -> row.getLong(1)).list());
	}

	void release(long batchId) {
		this.template.query("select release_claims(?)", (row) -> {
		}, batchId);
	}

}
