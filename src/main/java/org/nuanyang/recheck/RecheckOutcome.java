package org.nuanyang.recheck;

import org.nuanyang.programme.Tier;

/** What a re-check found. */
public enum RecheckOutcome {

	/** 维持 */
	KEEP,
	/** 提级 */
	RAISE,
	/** 降级 */
	LOWER,
	/** 终止 */
	END,
	/** 寄宿变化: the tier stays, the amounts that hang on boarding change */
	BOARDING;

	/** A lower tier has the greater ordinal. */
	boolean fits(Tier before, Tier after) {
		return switch (this) {
			case KEEP, BOARDING -> after == before;
			case RAISE -> after.compareTo(before) < 0;
			case LOWER -> after.compareTo(before) > 0;
			case END -> false;
		};
	}

	public String chip() {
		return switch (this) {
			case KEEP -> "neutral";
			case RAISE, LOWER, BOARDING -> "info";
			case END -> "warn";
		};
	}

}
