package org.nuanyang.disbursement;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.nuanyang.award.PaidTerms;
import org.nuanyang.award.TermState;
import org.nuanyang.kernel.Term;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells awards which of their terms are on a locked list, paid, or paid and back again.
 */
@Repository
class PaidAwardTerms implements PaidTerms {

	/** What became of the rows of one award and term, taken together. */
	static final String STATE = """
			case when bool_or(o.kind = 'PAID' and k.id is null) then 'PAID'
				when bool_or(k.kind = 'RECOVERED') then 'RECOVERED'
				when bool_or(w.id is not null) then 'WAIVED'
				when bool_or(o.id is null) then 'LOCKED'
				else 'RETURNED' end""";

	/** Rows that are frozen, with their outcome; an award and a term are to be added. */
	static final String LOCKED_ROWS = """
			payment_row r join payment_batch b on b.id = r.batch_id
				left join payment_settlement o on o.row_id = r.id left join payment_back k on k.row_id = r.id
				left join payment_waiver w on w.row_id = r.id
			where b.status not in ('PREPARED', 'CHECKED', 'APPROVED', 'VOID')""";

	private final JdbcClient jdbc;

	PaidAwardTerms(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Long, Map<Term, TermState>> of(Collection<Long> awardIds) {
		var found = new HashMap<Long, Map<Term, TermState>>();
		if (awardIds.isEmpty()) {
			return found;
		}
		this.jdbc
			.sql("select r.award_id, b.term, " + STATE + " as state from " + LOCKED_ROWS
					+ " and r.award_id = any(:awards) group by r.award_id, b.term")
			.param("awards", awardIds.toArray(Long[]::new))
			.query((row) -> {
				found.computeIfAbsent(row.getLong("award_id"), (id) -> new EnumMap<>(Term.class))
					.put(Term.valueOf(row.getString("term")), TermState.valueOf(row.getString("state")));
			});
		return found;
	}

}
