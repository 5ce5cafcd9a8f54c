package org.nuanyang.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the cases are looked at with, as far as an appraisal is filled in, so that
 * everything wrong is told at once.
 *
 * @param members names of those who were there
 * @param expected how many the group has, or null while it is not said
 * @param opinions those whose votes can be read
 */
record AppraisalClaim(long roundId, long classId, @Nullable LocalDate heldOn, List<String> members,
		@Nullable Integer expected, List<ClassAppraisal.Opinion> opinions) {

	/** How many have a vote where these stay away. */
	int voters(Set<String> recused) {
		return (int) this.members.stream().filter((name) -> !recused.contains(name)).count();
	}

	static AppraisalClaim of(ClassAppraisal appraisal) {
		return new AppraisalClaim(appraisal.roundId(), appraisal.classId(), appraisal.heldOn(),
				appraisal.members().stream().map(ClassAppraisal.Member::name).toList(), appraisal.expected(),
				appraisal.opinions());
	}

}
