package org.nuanyang.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/** What a class said of one case, with the meeting it was said in. */
record RecordedOpinion(long appraisalId, long applicationId, String name, LocalDate heldOn, int expected, int attended,
		String chair, @Nullable Tier suggestedTier, @Nullable Tier tier, Votes votes, String reason) {

}
