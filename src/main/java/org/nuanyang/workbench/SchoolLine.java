package org.nuanyang.workbench;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.RoundStatus;
import org.nuanyang.objection.OpenCounts;
import org.nuanyang.programme.Tier;
import org.nuanyang.report.SchoolFigures;

/**
 * One school as its district or county sees it.
 *
 * @param status where its round of the year stands, or null while it has none
 * @param objections how many to its notices are not answered
 * @param late the steps that are late, the earliest first
 */
record SchoolLine(long id, String name, String districtName, SchoolFigures figures, @Nullable Long roundId,
		@Nullable RoundStatus status, OpenCounts.Open objections, List<LateStep> late) {

	/** Whether something of it is late: a step of the round, or money. */
	boolean isLate() {
		return !this.late.isEmpty() || this.figures.overdue() > 0;
	}

	public List<Tier> tiers() {
		return List.of(Tier.values());
	}

}
