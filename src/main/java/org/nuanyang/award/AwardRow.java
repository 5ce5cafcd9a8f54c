package org.nuanyang.award;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * An award in the list: who, which tier, how much a year and a term.
 *
 * @param gradeName with the class as they were filed, whatever class it is today
 * @param tier that holds now, and from which the next term follows
 */
record AwardRow(long id, long enrolmentId, String name, String gradeName, String className, Tier tier, Yuan annual,
		Yuan autumn, Yuan spring, Tier autumnTier, Tier springTier, AwardStatus status) {

	/** The terms are paid by different tiers. */
	public boolean isOfTwoTiers() {
		return this.autumnTier != this.springTier;
	}

}
