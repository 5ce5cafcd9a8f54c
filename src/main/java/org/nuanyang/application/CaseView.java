package org.nuanyang.application;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/**
 * A case as other features and pages see it.
 *
 * @param number the 申请编号, unique in the round: RD-2026-0087
 * @param points the assessment's total, null while there is none
 * @param direct recognised directly by a hardship category, without points
 */
public record CaseView(long id, long roundId, long schoolId, SchoolYear year, String number, long enrolmentId,
		long personId, String name, long classId, int gradeNumber, String gradeName, String className,
		ApplicationStatus status, ApplicationRoute route, @Nullable Long assessmentId, @Nullable Integer points,
		boolean direct, @Nullable Tier suggestedTier, @Nullable Tier classTier, @Nullable String classRemark,
		@Nullable Tier decidedTier, Instant changedAt, int version) {

	/** “五年级(2)班” */
	public String classLabel() {
		return this.gradeName + this.className;
	}

}
