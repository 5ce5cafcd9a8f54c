package org.nuanyang.support;

import org.nuanyang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on record, as far as somebody's schools show it. */
public class Trail {

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	Trail(JdbcClient jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/** Audit entries of this action by this person. */
	public long entries(Actor by, String action) {
		return count(by, "select count(*) from audit_entry where action = ? and actor_id = ?", action, by.userId());
	}

	/** The answer to a count, asked within the person's scope. */
	public long count(Actor as, String sql, Object... parameters) {
		return as.scope()
			.call(() -> this.transactions
				.execute((status) -> this.jdbc.sql(sql).params(parameters).query(Long.class).single()));
	}

}
