package org.nuanyang.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;

import org.springframework.format.Formatter;

/**
 * Days as the browser's date field speaks, whatever the language of the page. Four digits
 * for a year: what lies beyond breaks the reckoning with it.
 */
class DayFormatter implements Formatter<LocalDate> {

	@Override
	public LocalDate parse(String text, Locale locale) throws ParseException {
		var day = text.strip();
		if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
			throw new ParseException(day, 0);
		}
		// 30 February is refused here.
		return LocalDate.parse(day);
	}

	@Override
	public String print(LocalDate day, Locale locale) {
		return day.toString();
	}

}
