package org.nuanyang.review;

import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;

/** The form of one decision; votes left empty mean that everybody entitled agreed. */
record DecisionForm(int version, @NotNull Outcome outcome, @Nullable @Min(0) Integer votesFor,
		@Nullable @Min(0) Integer votesAgainst, @Nullable @Min(0) Integer abstained,
		@Nullable @Size(max = 300) String reason, @Nullable Set<String> recused,
		@Nullable @Size(max = 200) String namesakeReason) {

	/**
	 * @param kin members who may be of the family: away from this vote, unless the
	 * officer knows better
	 */
	static DecisionForm suggested(CaseView application, Set<String> kin) {
		return new DecisionForm(0, Outcome.of(application.suggestedTier()), null, null, null, "", kin, "");
	}

	static DecisionForm of(DecisionView decision) {
		var votes = decision.votes();
		return new DecisionForm(decision.version(), decision.outcome(), votes.votesFor(), votes.votesAgainst(),
				votes.abstained(), decision.reason(), decision.recused(), decision.namesakeReason());
	}

	/**
	 * @param present how many members are at the meeting
	 */
	Ruling ruling(int present) {
		var away = (this.recused != null) ? this.recused : Set.<String>of();
		var counted = this.votesFor != null || this.votesAgainst != null || this.abstained != null;
		var votes = counted ? new Votes(or0(this.votesFor), or0(this.votesAgainst), or0(this.abstained))
				: Votes.unanimous(present - away.size());
		return new Ruling(this.outcome, votes, (this.reason != null) ? this.reason : "", away,
				(this.namesakeReason != null) ? this.namesakeReason : "");
	}

	private static int or0(@Nullable Integer votes) {
		return (votes != null) ? votes : 0;
	}

}
