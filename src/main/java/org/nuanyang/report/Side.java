package org.nuanyang.report;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Which lines of a measure are listed: where it is met, where it is not, or both. */
enum Side {

	MET("true"), OPEN("false"), ALL("all");

	private final String value;

	Side(String value) {
		this.value = value;
	}

	/** As the address says it; whatever else it says is no choice. */
	static @Nullable Side of(@Nullable String value) {
		return Arrays.stream(values()).filter((side) -> side.value.equals(value)).findFirst().orElse(null);
	}

	/** In an address, as parameter {@code met}. */
	public String value() {
		return this.value;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
