package org.nuanyang.database;

import org.jspecify.annotations.Nullable;

/**
 * The app must not start like this; the message is the one line that the operator reads.
 */
public class StartupRefused extends RuntimeException {

	public StartupRefused(String message) {
		this(message, null);
	}

	public StartupRefused(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
