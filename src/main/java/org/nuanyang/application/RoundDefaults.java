package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Component;

/**
 * Proposes the days of a round in working days, from 1 September or from today when that
 * is later. Where a year has no calendar yet the proposal ends; it never guesses.
 */
@Component
class RoundDefaults {

	private final WorkingCalendar calendar;

	private final Clock clock;

	RoundDefaults(WorkingCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.clock = clock;
	}

	SchoolYear year() {
		return SchoolYear.of(LocalDate.now(this.clock));
	}

	/** As many steps as the calendars reach. */
	Map<RoundStep, RoundPlan.Dates> propose(SchoolYear year, int noticeWorkingDays) {
		var today = LocalDate.now(this.clock);
		var begin = today.isAfter(year.first()) ? today : year.first();
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		try {
			for (var step : RoundStep.values()) {
				var start = this.calendar.addWorkingDays(begin, from(step, noticeWorkingDays));
				dates.put(step,
						new RoundPlan.Dates(start, this.calendar.addWorkingDays(start, days(step, noticeWorkingDays))));
			}
		}
		catch (RuleViolation noCalendar) {
			// The form says which steps are left to fill in.
			return dates;
		}
		return dates;
	}

	/** The working day of the round on which a step begins, the first being 1. */
	private static int from(RoundStep step, int notice) {
		return switch (step) {
			case INFORM -> 1;
			case APPLY -> 4;
			case VISIT -> 8;
			case APPRAISE -> 19;
			case DECIDE -> 22;
			case PUBLISH -> 25;
			case FILE -> 25 + notice;
			case PAY -> 30 + notice;
			case ARCHIVE -> 45 + notice;
		};
	}

	/** How many working days a step lasts. */
	private static int days(RoundStep step, int notice) {
		return switch (step) {
			case INFORM, APPRAISE, DECIDE -> 3;
			case APPLY, ARCHIVE -> 10;
			case VISIT -> 11;
			case PUBLISH -> notice;
			case FILE -> 5;
			case PAY -> 15;
		};
	}

}
