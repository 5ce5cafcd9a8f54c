package org.nuanyang.review;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the cases are looked at with, as far as an appraisal is filled in, so that
 * everything wrong is told at once.
 *
 * @param attended how many were there, who all have a vote
 * @param opinions those whose votes can be read
 */
record AppraisalClaim(long roundId, long classId, @Nullable LocalDate heldOn, int attended,
		List<ClassAppraisal.Opinion> opinions) {

	static AppraisalClaim of(ClassAppraisal appraisal) {
		return new AppraisalClaim(appraisal.roundId(), appraisal.classId(), appraisal.heldOn(), appraisal.attended(),
				appraisal.opinions());
	}

}
