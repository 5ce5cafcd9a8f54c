package org.nuanyang.web;

import java.util.Map;

/**
 * How much waits for somebody, as a question to the database. The frame of a page puts
 * those of all features to it in one statement, since every page asks them.
 *
 * @param sql a select of one number
 * @param parameters named in it; features that use the same name give it the same value
 */
public record Waiting(String sql, Map<String, ?> parameters) {

	/** Nothing can wait for this person there; the database is not asked. */
	public static final Waiting NOTHING = new Waiting("", Map.of());

	public Waiting {
		parameters = Map.copyOf(parameters);
	}

	boolean isNothing() {
		return this.sql.isEmpty();
	}

}
