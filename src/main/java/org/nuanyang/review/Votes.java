package org.nuanyang.review;

import jakarta.persistence.Embeddable;
import org.nuanyang.kernel.RuleViolation;

/** Votes for, against and abstaining on one case. */
@Embeddable
public record Votes(int votesFor, int votesAgainst, int abstained) {

	static Votes unanimous(int voters) {
		return new Votes(voters, 0, 0);
	}

	/** Everybody entitled has voted, and more than half of them in favour. */
	void carry(int voters, String name) {
		complete(voters, name);
		if (this.votesFor * 2 <= voters) {
			throw new RuleViolation("review.votes.minority", name, this.votesFor, voters);
		}
	}

	void complete(int voters, String name) {
		if (this.votesFor < 0 || this.votesAgainst < 0 || this.abstained < 0 || total() != voters) {
			throw new RuleViolation("review.votes.sum", name, total(), voters);
		}
	}

	private int total() {
		return this.votesFor + this.votesAgainst + this.abstained;
	}

}
