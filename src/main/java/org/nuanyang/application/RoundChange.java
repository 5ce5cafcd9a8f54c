package org.nuanyang.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.RuleViolation;

/**
 * Other days of a round's steps, and who answers for them.
 *
 * @param reason why days move; may be empty where none does
 */
record RoundChange(Map<RoundStep, RoundPlan.Dates> dates, Map<RoundStep, String> leaders, String reason) {

	private static final int LONGEST_REASON = 300;

	RoundChange {
		reason = reason.strip();
		if (reason.length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "application.round.plan.reason.long", LONGEST_REASON);
		}
	}

	/** Moved days are explained to those who had planned with them. */
	void explain(boolean moved) {
		if (moved && this.reason.isEmpty()) {
			throw RuleViolation.on("reason", "application.round.plan.reason.missing");
		}
	}

	/** The steps whose days differ. */
	List<RoundMove> moves(RoundView round) {
		var moves = new ArrayList<RoundMove>();
		for (var step : RoundStep.values()) {
			var now = this.dates.get(step);
			var former = round.days(step).orElse(null);
			if (now != null && !now.equals(former)) {
				moves.add(new RoundMove(step, former, now, this.reason, "", null));
			}
		}
		return moves;
	}

}
