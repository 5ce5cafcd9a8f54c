package org.nuanyang.calendar;

import java.time.LocalDate;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working days (工作日) as the State Council announces them each year. A date in a year
 * whose calendar has not been entered is refused with {@code calendar.year.missing},
 * which names the year; nothing is guessed.
 */
@Service
@Transactional(readOnly = true)
public class WorkingCalendar {

	private final CalendarRepository calendar;

	WorkingCalendar(CalendarRepository calendar) {
		this.calendar = calendar;
	}

	/** Whether the calendar of that year has been entered. */
	public boolean knows(int year) {
		return this.calendar.workingDays().years().contains(year);
	}

	public boolean isWorkingDay(LocalDate day) {
		return this.calendar.workingDays().includes(day);
	}

	/**
	 * The n-th working day (第 n 个工作日) counted from {@code start}, which is the first one
	 * if it is worked itself: five working days from a plain Monday end on its Friday,
	 * and so do five from the Sunday before. For “within n working days after”, start on
	 * the day after.
	 * @param start the day the count begins with
	 * @param n how many working days, at least 1
	 * @return the last of them, never before {@code start}
	 */
	public LocalDate addWorkingDays(LocalDate start, int n) {
		if (n < 1) {
			throw new IllegalArgumentException("n-th working day: " + n);
		}
		return this.calendar.workingDays().nth(start, n);
	}

	/**
	 * How many of the days from {@code first} to {@code last}, both included, are worked;
	 * 0 when {@code last} is before {@code first}.
	 */
	public int workingDaysBetween(LocalDate first, LocalDate last) {
		return this.calendar.workingDays().between(first, last);
	}

}
