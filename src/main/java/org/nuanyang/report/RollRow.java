package org.nuanyang.report;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One pupil of a roll. Numbers are masked, addresses end with the town: whoever needs
 * more asks for it with a purpose.
 *
 * @param cells what is known, as the table shows it
 */
record RollRow(long enrolmentId, String name, Map<RollColumn, Object> cells) {

	public @Nullable Object cell(RollColumn column) {
		return this.cells.get(column);
	}

	/** Empty where nothing is known. */
	public String text(RollColumn column) {
		var cell = this.cells.get(column);
		return (cell != null) ? cell.toString() : "";
	}

	/** With what another feature knows of the pupil. */
	RollRow with(Map<RollColumn, Object> more) {
		var all = new EnumMap<RollColumn, Object>(this.cells);
		all.putAll(more);
		return new RollRow(this.enrolmentId, this.name, all);
	}

}
