package org.nuanyang.review;

import java.util.Optional;

import jakarta.persistence.Embeddable;
import org.nuanyang.kernel.RuleViolation;

/** Votes for, against and abstaining on one case. */
@Embeddable
public record Votes(int votesFor, int votesAgainst, int abstained) {

	static Votes unanimous(int voters) {
		return new Votes(voters, 0, 0);
	}

	/** Unless everybody entitled has voted, and more than half of them in favour. */
	Optional<RuleViolation> minority(int voters, String name) {
		return incomplete(voters, name).or(() -> (this.votesFor * 2 > voters) ? Optional.<RuleViolation>empty()
				: Optional.of(new RuleViolation("review.votes.minority", name, this.votesFor, voters)));
	}

	/** Unless everybody entitled has voted. */
	Optional<RuleViolation> incomplete(int voters, String name) {
		return (this.votesFor >= 0 && this.votesAgainst >= 0 && this.abstained >= 0 && total() == voters)
				? Optional.empty() : Optional.of(new RuleViolation("review.votes.sum", name, total(), voters));
	}

	private int total() {
		return this.votesFor + this.votesAgainst + this.abstained;
	}

}
