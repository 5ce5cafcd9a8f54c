package org.nuanyang.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A round as other features and pages see it.
 *
 * @param leaders who answers for a step, where somebody is named
 * @param late how many steps run late
 */
public record RoundView(long id, long schoolId, SchoolYear year, String name, RoundStatus status, int noticeWorkingDays,
		Map<RoundStep, RoundPlan.Dates> dates, Map<RoundStep, String> leaders, int late, Instant openedAt,
		int version) {

	/** Empty while the working days of that year are not known. */
	public Optional<RoundPlan.Dates> days(RoundStep step) {
		return Optional.ofNullable(this.dates.get(step));
	}

	/** The last day of a step, or null while it is not known. */
	public @Nullable LocalDate lastDay(RoundStep step) {
		return days(step).map(RoundPlan.Dates::end).orElse(null);
	}

	/** The first day of its first step, or the day it was opened if that was earlier. */
	public LocalDate begunOn(ZoneId zone) {
		var opened = LocalDate.ofInstant(this.openedAt, zone);
		return days(RoundStep.INFORM).map(RoundPlan.Dates::start).filter(opened::isAfter).orElse(opened);
	}

	/**
	 * Whether somebody may still apply: at any time within the round's school year
	 * (process.md 1.1), afterwards in the next year's round.
	 */
	public boolean takesCases(LocalDate day) {
		return this.status.takesCases() && this.year.compareTo(SchoolYear.of(day)) >= 0;
	}

	RoundView standing(RoundStatus now, int late) {
		return new RoundView(this.id, this.schoolId, this.year, this.name, now, this.noticeWorkingDays, this.dates,
				this.leaders, late, this.openedAt, this.version);
	}

}
