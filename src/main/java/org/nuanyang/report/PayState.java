package org.nuanyang.report;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What has become of the money of a term for one pupil. */
enum PayState {

	/** 已发到 */
	PAID,
	/** 未发到 */
	OWED,
	/** 未发到, and its day is over. */
	OVERDUE,
	/** 不再发放: given up, paid back, or the pupil has left. */
	OFF,
	/** 已批待付: on a list that was approved, and not arrived. Only narrows the list. */
	PROMISED;

	static @Nullable PayState of(@Nullable String path) {
		return Arrays.stream(values()).filter((state) -> state.path().equals(path)).findFirst().orElse(null);
	}

	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** As the head of its columns says it. */
	public String labelKey() {
		return "report.pay." + this;
	}

	/** As a line of the list, and the list itself, say it. */
	public String stateKey() {
		return "report.pay.state." + this;
	}

	/** Whatever is overdue is owed as well. */
	String sql() {
		return switch (this) {
			case OWED -> "state in ('OWED', 'OVERDUE')";
			case PROMISED -> "promised is not null";
			default -> "state = '" + this + "'";
		};
	}

}
