package org.nuanyang.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The years entered and the days in them that differ from the plain week. */
@Repository
class CalendarRepository {

	private final JdbcClient jdbc;

	CalendarRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Read whole: a year has some thirty rows, and a count may run into the next one.
	 * Where nothing is written it is read once, however many days a page counts.
	 */
	WorkingDays workingDays() {
		if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return read();
		}
		if (TransactionSynchronizationManager.getResource(this) instanceof WorkingDays known) {
			return known;
		}
		var read = read();
		TransactionSynchronizationManager.bindResource(this, read);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				TransactionSynchronizationManager.unbindResourceIfPossible(CalendarRepository.this);
			}
		});
		return read;
	}

	private WorkingDays read() {
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

	List<CalendarDay> days(int year) {
		return this.jdbc.sql("select day, kind, name from calendar_day where year = :year order by day")
			.param("year", year)
			.query((row, i) -> new CalendarDay(row.getObject("day", LocalDate.class),
					DayKind.valueOf(row.getString("kind")), row.getString("name")))
			.list();
	}

	void save(CalendarDay day) {
		this.jdbc.sql("""
				insert into calendar_day (day, year, kind, name) values (:day, :year, :kind, :name)
				on conflict (day) do update set kind = excluded.kind, name = excluded.name""")
			.param("day", day.day())
			.param("year", day.day().getYear())
			.param("kind", day.kind().name())
			.param("name", day.name())
			.update();
	}

	void remove(LocalDate day) {
		this.jdbc.sql("delete from calendar_day where day = :day").param("day", day).update();
	}

	void replace(int year, List<CalendarDay> days) {
		this.jdbc.sql("insert into calendar_year (year) values (:year) on conflict do nothing")
			.param("year", year)
			.update();
		this.jdbc.sql("delete from calendar_day where year = :year").param("year", year).update();
		days.forEach(this::save);
	}

}
