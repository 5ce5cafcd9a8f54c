package org.nuanyang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

import org.nuanyang.kernel.RuleViolation;

/**
 * Counts over the years whose calendar is known: Monday to Friday, less the holidays,
 * plus the make-up days.
 */
record WorkingDays(Set<Integer> years, Map<LocalDate, DayKind> exceptions) {

	boolean includes(LocalDate day) {
		requireYear(day.getYear());
		var exception = this.exceptions.get(day);
		return (exception != null) ? exception == DayKind.WORKDAY : !isWeekend(day);
	}

	LocalDate nth(LocalDate start, int n) {
		var day = start.minusDays(1);
		for (int left = n; left > 0;) {
			day = day.plusDays(1);
			left -= includes(day) ? 1 : 0;
		}
		return day;
	}

	int between(LocalDate first, LocalDate last) {
		if (last.isBefore(first)) {
			return 0;
		}
		for (int year = first.getYear(); year <= last.getYear(); year++) {
			requireYear(year);
		}
		return weekdaysBefore(last.plusDays(1)) - weekdaysBefore(first)
				+ this.exceptions.entrySet()
					.stream()
					.filter((exception) -> !exception.getKey().isBefore(first) && !exception.getKey().isAfter(last))
					.mapToInt((exception) -> correction(exception.getKey(), exception.getValue()))
					.sum();
	}

	/** Mondays to Fridays since the first Monday of the epoch (1970-01-05). */
	private static int weekdaysBefore(LocalDate day) {
		long days = ChronoUnit.DAYS.between(LocalDate.of(1970, 1, 5), day);
		return Math.toIntExact(Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7L), 5));
	}

	private static int correction(LocalDate day, DayKind kind) {
		return switch (kind) {
			case HOLIDAY -> isWeekend(day) ? 0 : -1;
			case WORKDAY -> isWeekend(day) ? 1 : 0;
		};
	}

	static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
	}

	void requireYear(int year) {
		if (!this.years.contains(year)) {
			throw new RuleViolation("calendar.year.missing", String.valueOf(year));
		}
	}

}
