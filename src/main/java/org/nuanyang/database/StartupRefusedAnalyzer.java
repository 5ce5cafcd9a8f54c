package org.nuanyang.database;

import java.sql.SQLException;

import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Turns the failures an operator can mend into one line instead of a stack trace. */
class StartupRefusedAnalyzer implements FailureAnalyzer, Ordered {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartupRefused) {
				return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
			}
			if (cause instanceof PortInUseException taken) {
				return new FailureAnalysis(
						"端口 %1$d 已被别的程序占用。请先停掉那个程序，或用 --server.port=端口号 换一个端口启动。 · Port %1$d is in use: stop what uses it, or start with another --server.port."
							.formatted(taken.getPort()),
						null, failure);
			}
			if (cause instanceof FlywaySqlUnableToConnectToDbException || isNoConnection(cause)) {
				return new FailureAnalysis(
						"连不上数据库，请检查 spring.datasource 与 spring.flyway 的地址、用户和密码。 · Cannot reach the database: check its address, user and password. "
								+ root(cause),
						null, failure);
			}
		}
		return null;
	}

	/** Before the framework's own, which know no Chinese. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	/** No way there (08), or the user or password is not right (28). */
	private static boolean isNoConnection(Throwable cause) {
		var state = (cause instanceof SQLException refused) ? refused.getSQLState() : null;
		return state != null && (state.startsWith("08") || state.startsWith("28"));
	}

	private static String root(Throwable failure) {
		var cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return "(" + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")";
	}

}
