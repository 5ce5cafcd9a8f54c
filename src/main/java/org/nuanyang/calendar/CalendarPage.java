package org.nuanyang.calendar;

import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** A year of the calendar as the page shows it; a year not entered has no days. */
record CalendarPage(int year, SortedSet<Integer> years, List<CalendarDay> days, Map<Month, Integer> workingDays) {

	public boolean known() {
		return this.years.contains(this.year);
	}

	public int total() {
		return this.workingDays.values().stream().mapToInt(Integer::intValue).sum();
	}

}
