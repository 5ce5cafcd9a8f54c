package org.nuanyang.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Cell;

/**
 * A date as people put it into a cell.
 *
 * @param day null if only the month is told, or nothing that is a date
 */
record DateText(Outcome outcome, @Nullable LocalDate day, int year, int month) {

	enum Outcome {

		DAY, MONTH,
		/** Digits of a day that no calendar has. */
		IMPOSSIBLE,
		/** Not a date at all. */
		UNREADABLE

	}

	private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern APART = Pattern
		.compile("(\\d{4})\\s*[-/.年、,]\\s*(\\d{1,2})\\s*[-/.月、,]\\s*(\\d{1,2})\\s*[日号]?");

	private static final Pattern MONTH_TOGETHER = Pattern.compile("(\\d{4})(\\d{2})()");

	private static final Pattern MONTH_APART = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*月?()");

	/** As some programs write dates into CSV: 9/1/2013. */
	private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

	private static final Pattern HOUR = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");

	/** The number of a day, as a spreadsheet counts them. */
	private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}(\\.0+)?");

	static DateText of(Cell cell) {
		var text = HOUR.matcher(Plain.text(cell.text())).replaceFirst("");
		if (SERIAL.matcher(text).matches()) {
			return day(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(text)));
		}
		for (var pattern : new Pattern[] { TOGETHER, APART }) {
			var match = pattern.matcher(text);
			if (match.matches()) {
				return day(match, 1, 2, 3);
			}
		}
		var american = AMERICAN.matcher(text);
		if (american.matches()) {
			return day(american, 3, 1, 2);
		}
		for (var pattern : new Pattern[] { MONTH_TOGETHER, MONTH_APART }) {
			var match = pattern.matcher(text);
			if (match.matches()) {
				var month = Integer.parseInt(match.group(2));
				return (month >= 1 && month <= 12)
						? new DateText(Outcome.MONTH, null, Integer.parseInt(match.group(1)), month)
						: new DateText(Outcome.IMPOSSIBLE, null, 0, 0);
			}
		}
		return new DateText(Outcome.UNREADABLE, null, 0, 0);
	}

	private static DateText day(Matcher match, int year, int month, int day) {
		try {
			return day(LocalDate.of(Integer.parseInt(match.group(year)), Integer.parseInt(match.group(month)),
					Integer.parseInt(match.group(day))));
		}
		catch (DateTimeException ex) {
			return new DateText(Outcome.IMPOSSIBLE, null, 0, 0);
		}
	}

	private static DateText day(LocalDate day) {
		return new DateText(Outcome.DAY, day, day.getYear(), day.getMonthValue());
	}

}
