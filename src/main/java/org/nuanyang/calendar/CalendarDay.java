package org.nuanyang.calendar;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A day that differs from its place in the week. */
record CalendarDay(LocalDate day, DayKind kind, String name) {

	/** The holidays of the State Council's list, which have a name in every language. */
	private static final Map<String, String> KNOWN = Map.of("元旦", "new-year", "春节", "spring", "清明节", "qingming", "劳动节",
			"labour", "端午节", "dragon-boat", "中秋节", "mid-autumn", "国庆节", "national", "国庆节、中秋节", "national-mid-autumn",
			"调休上班", "workday");

	/** A name that somebody made up stays as it was typed. */
	public @Nullable String nameKey() {
		var known = KNOWN.get(this.name);
		return (known != null) ? "calendar.holiday." + known : null;
	}

}
