package org.nuanyang.calendar;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;

/** A year read from a file, with what is wrong in it; saved only when nothing is. */
record CalendarDraft(int year, List<CalendarDay> days, List<Finding> findings) {

	/**
	 * What is wrong.
	 *
	 * @param row of the file, from 1; 0 for the file as a whole
	 */
	record Finding(int row, String key, List<String> arguments) {

		Finding(int row, String key, String... arguments) {
			this(row, key, List.of(arguments));
		}

	}

	/** False while no line of the file could be read as a day. */
	public boolean hasYear() {
		return this.year > 0;
	}

	public boolean isSound() {
		return this.findings.isEmpty();
	}

	/**
	 * The days as lines of CSV, which the confirming page hands in again to be read anew.
	 */
	public String text() {
		return this.days.stream()
			.map((day) -> CSVFormat.DEFAULT.format(day.day(), day.kind(), day.name()))
			.collect(Collectors.joining("\n"));
	}

}
