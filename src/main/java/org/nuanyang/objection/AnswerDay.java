package org.nuanyang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.nuanyang.calendar.WorkingCalendar;
import org.nuanyang.notice.NoticePolicy;

import org.springframework.stereotype.Component;

/** The day by which an objection is answered (答复时限). */
@Component
class AnswerDay {

	private final NoticePolicy policy;

	private final WorkingCalendar calendar;

	private final Clock clock;

	AnswerDay(NoticePolicy policy, WorkingCalendar calendar, Clock clock) {
		this.policy = policy;
		this.calendar = calendar;
		this.clock = clock;
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

	/** How long it is from today to the day that an answer is due. */
	Left left(LocalDate dueOn) {
		var today = LocalDate.now(this.clock);
		var working = this.calendar.knows(today.getYear()) && this.calendar.knows(dueOn.getYear());
		if (!working) {
			return new Left((int) ChronoUnit.DAYS.between(today, dueOn), false);
		}
		return new Left(today.isAfter(dueOn) ? -this.calendar.workingDaysBetween(dueOn.plusDays(1), today)
				: this.calendar.workingDaysBetween(today.plusDays(1), dueOn), true);
	}

	/**
	 * Days that are left, 0 on the last one, below it when it is over.
	 *
	 * @param working they are working days; plain days where a calendar is missing
	 */
	public record Left(int days, boolean working) {

		/** Message of its words, with the days as {0}. */
		public String key() {
			if (this.days == 0) {
				return "objection.left.today";
			}
			return "objection.left." + (this.days > 0 ? "days" : "late") + (this.working ? ".working" : "");
		}

		public String count() {
			return String.valueOf(Math.abs(this.days));
		}

		/** The kind of chip that belongs to it. */
		public String chip() {
			return (this.days < 0) ? "risk" : (this.days <= 1) ? "warn" : "neutral";
		}

	}

}
