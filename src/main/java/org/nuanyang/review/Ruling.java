package org.nuanyang.review;

import java.util.Set;

import org.nuanyang.application.CaseView;

/**
 * What the committee rules on one case.
 *
 * @param recused names of the members who stay away from this vote
 * @param namesakeReason how it is known that who votes under a guardian's name is
 * somebody else; empty where nobody does
 */
public record Ruling(Outcome outcome, Votes votes, String reason, Set<String> recused, String namesakeReason) {

	public Ruling(Outcome outcome, Votes votes, String reason, Set<String> recused) {
		this(outcome, votes, reason, recused, "");
	}

	public Ruling {
		reason = reason.strip();
		namesakeReason = namesakeReason.strip();
		recused = Set.copyOf(recused);
	}

	/**
	 * Another tier than the rule set suggests or the class proposes, or none yet, must be
	 * explained.
	 */
	boolean departsFrom(CaseView application) {
		return this.outcome == Outcome.POSTPONED || this.outcome.tier() != application.suggestedTier()
				|| this.outcome.tier() != application.classTier();
	}

}
