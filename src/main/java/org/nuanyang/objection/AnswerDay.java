package org.nuanyang.objection;

import java.time.LocalDate;

import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.notice.NoticePolicy;

import org.springframework.stereotype.Component;

/** The day by which an objection is answered (答复时限). */
@Component
class AnswerDay {

	private final NoticePolicy policy;

	private final WorkingCalendar calendar;

	AnswerDay(NoticePolicy policy, WorkingCalendar calendar) {
		this.policy = policy;
		this.calendar = calendar;
	}

	/**
	 * Counted from the day after. At the end of a year whose successor has no calendar
	 * yet plain days are counted, which is never later: nobody's objection is refused for
	 * it.
	 */
	LocalDate of(LocalDate receivedOn) {
		int days = this.policy.answerDays();
		var first = receivedOn.plusDays(1);
		var farthest = first.plusDays(days * 3L + 14);
		return (this.calendar.knows(first.getYear()) && this.calendar.knows(farthest.getYear()))
				? this.calendar.addWorkingDays(first, days) : receivedOn.plusDays(days);
	}

}
