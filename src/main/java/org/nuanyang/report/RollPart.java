package org.nuanyang.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A third of a roll: all its columns are wider than a screen and than a sheet. */
enum RollPart {

	PUPIL, FAMILY, AID;

	/** The part of an address, the first where it names none. */
	static RollPart of(@Nullable String path) {
		return Arrays.stream(values()).filter((part) -> part.path().equals(path)).findFirst().orElse(PUPIL);
	}

	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	public List<RollColumn> columns() {
		return RollColumn.of(this);
	}

	public String labelKey() {
		return "report.roll.part." + this;
	}

}
