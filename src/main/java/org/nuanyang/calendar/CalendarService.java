package org.nuanyang.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

/** Shows the working-day calendar and lets the county correct it. */
@Service
@Transactional(readOnly = true)
class CalendarService {

	private final CalendarRepository calendar;

	private final Audit audit;

	CalendarService(CalendarRepository calendar, Audit audit) {
		this.calendar = calendar;
		this.audit = audit;
	}

	CalendarPage page(int year) {
		var known = this.calendar.workingDays();
		var months = new LinkedHashMap<Month, Integer>();
		if (known.years().contains(year)) {
			for (var month : Month.values()) {
				var whole = YearMonth.of(year, month);
				months.put(month, known.between(whole.atDay(1), whole.atEndOfMonth()));
			}
		}
		return new CalendarPage(year, new TreeSet<>(known.years()), this.calendar.days(year), months);
	}

	/** Marks a day, or with no kind makes it a day like any other of its weekday. */
	@Transactional
	void mark(Actor actor, LocalDate day, @Nullable DayKind kind, String name) {
		this.calendar.workingDays().requireYear(day.getYear());
		if (kind == null) {
			this.calendar.remove(day);
		}
		else {
			this.calendar.save(checked(new CalendarDay(day, kind, name.strip())));
		}
		this.audit.record(actor, null, "calendar.day.marked", "calendar_day", null,
				Map.of("day", day.toString(), "kind", (kind != null) ? kind.name() : "PLAIN"));
	}

	/** Puts the days of a whole year in the place of what was there. */
	@Transactional
	void replace(Actor actor, int year, List<CalendarDay> days) {
		this.calendar.replace(year, days);
		this.audit.record(actor, null, "calendar.year.imported", "calendar_year", (long) year,
				Map.of("days", days.size()));
	}

	private static CalendarDay checked(CalendarDay day) {
		if (day.name().isEmpty()) {
			throw RuleViolation.on("name", "calendar.day.name.missing");
		}
		if (day.kind() == DayKind.WORKDAY && !WorkingDays.isWeekend(day.day())) {
			throw RuleViolation.on("kind", "calendar.day.workday.weekday");
		}
		return day;
	}

}
