package org.nuanyang.fund;

import java.time.ZonedDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * What a school means to spend on a round.
 *
 * @param tiers what of it is for a tier, where it was set
 * @param reason the decision it rests on
 */
public record BudgetView(SchoolYear year, Yuan total, Map<Tier, Yuan> tiers, String reason, String setBy,
		ZonedDateTime setAt) {

	public @Nullable Yuan of(Tier tier) {
		return this.tiers.get(tier);
	}

	/**
	 * What is left of it when so much is spent; below zero by how much it is exceeded.
	 */
	public Yuan left(Yuan spent) {
		return this.total.minus(spent);
	}

	/** The same for one tier, where it has a figure. */
	public @Nullable Yuan left(Tier tier, Yuan spent) {
		var figure = of(tier);
		return (figure != null) ? figure.minus(spent) : null;
	}

}
