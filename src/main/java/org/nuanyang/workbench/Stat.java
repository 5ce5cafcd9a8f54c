package org.nuanyang.workbench;

import org.jspecify.annotations.Nullable;

/**
 * A number of the strip above the work, with the page behind it.
 *
 * @param key message of the label; key + ".unit" is its unit
 * @param note message of the line below, filled with the note's value; null for none
 */
record Stat(String key, String value, String path, @Nullable String note, String noteValue) {

	Stat(String key, long value, String path) {
		this(key, "%,d".formatted(value), path, null, "");
	}

	Stat(String key, long value, String path, String note, String noteValue) {
		this(key, "%,d".formatted(value), path, note, noteValue);
	}

}
