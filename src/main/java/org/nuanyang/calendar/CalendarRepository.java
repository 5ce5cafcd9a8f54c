package org.nuanyang.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years entered and the days in them that differ from the plain week. */
@Repository
class CalendarRepository {

	private final JdbcClient jdbc;

	CalendarRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Read whole: a year has some thirty rows, and a count may run into the next one. */
	WorkingDays workingDays() {
		var years = new HashSet<Integer>();
		var exceptions = new HashMap<LocalDate, DayKind>();
		this.jdbc.sql("select y.year, d.day, d.kind from calendar_year y left join calendar_day d on d.year = y.year")
			.query((row) -> {
				years.add(row.getInt("year"));
				if (row.getString("kind") != null) {
					exceptions.put(row.getObject("day", LocalDate.class), DayKind.valueOf(row.getString("kind")));
				}
			});
		return new WorkingDays(years, exceptions);
	}

}
