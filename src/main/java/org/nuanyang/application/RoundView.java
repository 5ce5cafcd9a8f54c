package org.nuanyang.application;

import java.time.Instant;
import java.util.Map;

import org.nuanyang.kernel.SchoolYear;

/** A round as other features and pages see it. */
public record RoundView(long id, long schoolId, SchoolYear year, String name, RoundStatus status, int noticeWorkingDays,
		Map<RoundStep, RoundPlan.Dates> dates, Instant openedAt, int version) {

	public RoundPlan.Dates dates(RoundStep step) {
		var days = this.dates.get(step);
		if (days == null) {
			throw new IllegalStateException(step + " has no days");
		}
		return days;
	}

}
