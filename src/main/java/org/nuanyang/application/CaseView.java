package org.nuanyang.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.NameOrder;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/**
 * A case as other features and pages see it.
 *
 * @param number the 申请编号, unique in the round: RD-2026-0087
 * @param renewalOf the case of the same round that was refused or ended before
 * @param declarationId what was declared when it was last submitted
 * @param points the assessment's total, null while there is none
 * @param pastNotice on notice until it ended, without an open objection
 * @param direct recognised directly by a hardship category, without points
 */
public record CaseView(long id, long roundId, long schoolId, SchoolYear year, String number, long enrolmentId,
		long personId, String name, long classId, int gradeNumber, String gradeName, String className,
		ApplicationStatus status, ApplicationRoute route, @Nullable Long renewalOf, @Nullable String renewalReason,
		@Nullable Long declarationId, @Nullable Long assessmentId, @Nullable Integer points, boolean direct,
		@Nullable Tier suggestedTier, @Nullable Tier classTier, @Nullable String classRemark,
		@Nullable Tier decidedTier, boolean pastNotice, Instant createdAt, Instant changedAt, int version) {

	/** As lists on paper have them. */
	public static Comparator<CaseView> byClassAndName() {
		return Comparator.comparingInt(CaseView::gradeNumber)
			.thenComparingInt((one) -> one.className().length())
			.thenComparing(CaseView::className)
			.thenComparing((one) -> NameOrder.key(one.name()));
	}

	/** What it waits for; empty once nothing is left to do. */
	public Optional<NextStep> next() {
		return NextStep.of(this.status, this.assessmentId != null, this.pastNotice);
	}

	/** Nothing is submitted, or it was sent back: what is declared may still change. */
	public boolean mayChangeForm() {
		return this.status == ApplicationStatus.DRAFT || this.status == ApplicationStatus.SENT_BACK
				|| (this.status == ApplicationStatus.WITHDRAWN && this.declarationId == null);
	}

	/** The committee did not recognise the pupil. */
	public boolean isTurnedDown() {
		return this.status == ApplicationStatus.NOT_PASSED || this.status == ApplicationStatus.REFUSED;
	}

	/** “五年级(2)班” */
	public String classLabel() {
		return this.gradeName + this.className;
	}

}
