package org.nuanyang.importing;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A feature that builds on things with one row of a table for each time it does. */
public abstract class RowsDependOn implements DependsOn {

	private final JdbcClient jdbc;

	private final String subject;

	private final String table;

	private final String reasonKey;

	/**
	 * Counts the rows of the table that name the subject.
	 * @param subject its type; the column is called so too, with {@code _id}
	 */
	protected RowsDependOn(JdbcClient jdbc, String subject, String table, String reasonKey) {
		this.jdbc = jdbc;
		this.subject = subject;
		this.table = table;
		this.reasonKey = reasonKey;
	}

	@Override
	public final String subject() {
		return this.subject;
	}

	@Override
	public final long count(Collection<Long> ids) {
		return this.jdbc.sql("select count(*) from %s where %s_id = any (?)".formatted(this.table, this.subject))
			.param(ids.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	@Override
	public final String reasonKey() {
		return this.reasonKey;
	}

}
