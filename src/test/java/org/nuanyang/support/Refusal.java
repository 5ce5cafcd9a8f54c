package org.nuanyang.support;

import org.postgresql.util.PSQLException;

import org.springframework.core.NestedExceptionUtils;

/** Why the database refused something. */
public final class Refusal {

	private Refusal() {
	}

	/**
	 * Its words, and the name of the guard, which a trigger does not put into the message
	 * that goes to the log.
	 */
	public static String reason(Throwable refusal) {
		var cause = NestedExceptionUtils.getMostSpecificCause(refusal);
		var told = (cause instanceof PSQLException database) ? database.getServerErrorMessage() : null;
		return cause.getMessage() + " " + ((told != null) ? told.getConstraint() : "");
	}

}
