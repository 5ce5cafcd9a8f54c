package org.nuanyang.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * What a class said of one case, with the meeting it was said in.
 *
 * @param suggestion what the rule set suggested on that day, whatever it suggests since;
 * null where that was not kept
 * @param recused who stayed away from it, or empty
 * @param namesakes who voted under the name of a guardian, or empty
 * @param namesakeReason how it is known that they are somebody else
 * @param isVoid the case went back afterwards, the class appraises it anew
 */
record RecordedOpinion(long appraisalId, long applicationId, String name, LocalDate heldOn, int expected, int attended,
		String chair, @Nullable Suggestion suggestion, @Nullable Tier tier, Votes votes, String reason, String recused,
		String namesakes, String namesakeReason, boolean isVoid) {

	/**
	 * @param tier null where the rule set suggested none
	 */
	record Suggestion(@Nullable Tier tier) {

	}

}
