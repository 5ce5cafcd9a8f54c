package org.nuanyang.review;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/** What the committee makes of one case. */
public enum Outcome {

	ONE, TWO, THREE,
	/** 不予认定 */
	NONE,
	/** 留待下次: the case stays with the committee */
	POSTPONED;

	public @Nullable Tier tier() {
		return switch (this) {
			case ONE, TWO, THREE -> Tier.valueOf(name());
			case NONE, POSTPONED -> null;
		};
	}

	public static Outcome of(@Nullable Tier tier) {
		return (tier != null) ? valueOf(tier.name()) : NONE;
	}

	/** Message key of its name. */
	public String labelKey() {
		return "review.outcome." + name();
	}

}
