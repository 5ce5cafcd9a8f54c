package org.nuanyang.review;

import java.util.Set;

import org.nuanyang.application.CaseView;

/**
 * What the committee rules on one case.
 *
 * @param recused names of the members who stay away from this vote
 */
public record Ruling(Outcome outcome, Votes votes, String reason, Set<String> recused) {

	public Ruling {
		reason = reason.strip();
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
