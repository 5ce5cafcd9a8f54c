package org.nuanyang.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.Map;

import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundStep;
import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.kernel.SchoolYear;

/**
 * The days that the demo lives through, counted back from the day somebody starts it. It
 * ends a fortnight before the last year whose working days are known.
 */
class DemoDays {

	/** Days after today on which the steps end, the first two being over by then. */
	private static final int[] ENDS = { 0, 5, 12, 17, 22, 29, 36, 50, 80 };

	private final WorkingCalendar calendar;

	private final LocalDate today;

	private final LocalDate end;

	DemoDays(WorkingCalendar calendar, LocalDate today) {
		this.calendar = calendar;
		this.today = today;
		var end = today;
		while (!calendar.knows(end.getYear()) || !calendar.knows(end.plusDays(14).getYear())) {
			end = end.minusDays(1);
		}
		this.end = end;
	}

	SchoolYear year() {
		return SchoolYear.of(this.end);
	}

	/** The day so many working days before the last one. */
	LocalDate before(int workingDays) {
		var day = this.end;
		for (var left = workingDays; left > 0; left -= this.calendar.isWorkingDay(day) ? 1 : 0) {
			day = day.minusDays(1);
		}
		return day;
	}

	/** Today where it is a working day, or else the next one. */
	LocalDate next() {
		var day = this.end;
		while (!this.calendar.isWorkingDay(day)) {
			day = day.plusDays(1);
		}
		return day;
	}

	/**
	 * A round that opens when the school year begins, or with its first case in August.
	 */
	LocalDate opening(LocalDate firstCase) {
		var usual = LocalDate.of(year().firstYear(), 9, 7);
		return usual.isBefore(firstCase) ? usual : firstCase;
	}

	/**
	 * Steps that reach beyond today; payment and archive stay without days where no
	 * calendar says which days are worked.
	 */
	Map<RoundStep, RoundPlan.Dates> plan(LocalDate opened) {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		var start = opened;
		for (var step : RoundStep.values()) {
			var last = weekday(
					(step == RoundStep.INFORM) ? opened.plusDays(7) : this.today.plusDays(ENDS[step.ordinal()]));
			var late = step.compareTo(RoundStep.PAY) >= 0;
			if (late && !this.calendar.knows(last.getYear())) {
				return dates;
			}
			dates.put(step, new RoundPlan.Dates(start, last.isBefore(start) ? start : last));
			start = (step.compareTo(RoundStep.FILE) < 0) ? weekday(start.plusDays(7)) : last;
			start = start.isBefore(last) ? start : last;
		}
		return dates;
	}

	private static LocalDate weekday(LocalDate day) {
		return switch (day.getDayOfWeek()) {
			case SATURDAY, SUNDAY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
			default -> day;
		};
	}

}
