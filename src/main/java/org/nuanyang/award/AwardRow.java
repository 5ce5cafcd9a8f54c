package org.nuanyang.award;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.GradeNames;
import org.nuanyang.programme.Tier;

/**
 * An award in the list: who, which tier, how much a year and a term.
 *
 * @param tier that holds now, and from which the next term follows
 */
record AwardRow(long id, long enrolmentId, String name, String gradeName, String className, Tier tier, Yuan annual,
		Yuan autumn, Yuan spring, Tier autumnTier, Tier springTier, AwardStatus status) {

	/** The terms are paid by different tiers. */
	public boolean isOfTwoTiers() {
		return this.autumnTier != this.springTier;
	}

	/** 五年级, or 2020级 once it has left the school. */
	static String grade(@Nullable Integer number, int entryYear) {
		return (number != null) ? GradeNames.grade(number) : entryYear + "级";
	}

	static String schoolClass(int number) {
		return GradeNames.ofClass(number);
	}

}
