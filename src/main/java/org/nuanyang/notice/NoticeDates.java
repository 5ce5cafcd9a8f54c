package org.nuanyang.notice;

import java.time.LocalDate;

import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.kernel.RuleViolation;

/**
 * When a notice stands: from the opening of the first to the midnight after the last of
 * its working days.
 */
public record NoticeDates(LocalDate opensOn, LocalDate closesOn, int workingDays) {

	/** 公示不少于 5 个工作日 */
	static final int SHORTEST = 5;

	static final int LONGEST = 60;

	static NoticeDates of(LocalDate opensOn, int workingDays, WorkingCalendar calendar) {
		if (workingDays < SHORTEST || workingDays > LONGEST) {
			throw RuleViolation.on("workingDays", "notice.days.range", String.valueOf(SHORTEST),
					String.valueOf(LONGEST));
		}
		if (!calendar.isWorkingDay(opensOn)) {
			throw RuleViolation.on("opensOn", "notice.opens.day-off", opensOn.toString());
		}
		return new NoticeDates(opensOn, calendar.addWorkingDays(opensOn, workingDays), workingDays);
	}

}
