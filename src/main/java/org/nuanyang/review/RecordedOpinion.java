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
 */
record RecordedOpinion(long appraisalId, long applicationId, String name, LocalDate heldOn, int expected, int attended,
		String chair, @Nullable Tier suggestedTier, @Nullable Tier tier, Votes votes, String reason, String recused,
		String namesakes, String namesakeReason) {

}
