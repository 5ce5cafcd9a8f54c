package org.nuanyang.database;

import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Turns the failures an operator can mend into one line instead of a stack trace. */
class StartupRefusedAnalyzer implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartupRefused) {
				return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
			}
			if (cause instanceof FlywaySqlUnableToConnectToDbException) {
				return new FailureAnalysis(
						"连不上数据库,请检查 spring.datasource.url、spring.flyway.user 与密码。 · Cannot reach the database: check its address, user and password. "
								+ root(cause),
						null, failure);
			}
		}
		return null;
	}

	private static String root(Throwable failure) {
		var cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return "(" + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")";
	}

}
