package org.nuanyang.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * What a class said of one case, with the meeting it was said in.
 *
 * @param recused who stayed away from it, or empty
 * @param namesakes who voted under the name of a guardian, or empty
 * @param namesakeReason how it is known that they are somebody else
 * @param isVoid the class appraises the case anew
 */
record RecordedOpinion(long appraisalId, long applicationId, String name, LocalDate heldOn, int expected, int attended,
		String chair, @Nullable Tier suggestedTier, @Nullable Tier tier, Votes votes, String reason, String recused,
		String namesakes, String namesakeReason, boolean isVoid) {

	/** The case has gone back before it. */
	RecordedOpinion voided() {
		return new RecordedOpinion(this.appraisalId, this.applicationId, this.name, this.heldOn, this.expected,
				this.attended, this.chair, this.suggestedTier, this.tier, this.votes, this.reason, this.recused,
				this.namesakes, this.namesakeReason, true);
	}

}
