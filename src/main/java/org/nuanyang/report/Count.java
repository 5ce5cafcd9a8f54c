package org.nuanyang.report;

import java.util.EnumMap;
import java.util.Map;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * How many lines a measure has at a school or at several.
 *
 * @param amount what was paid on them
 */
public record Count(long met, long total, Yuan amount, Map<Tier, Long> tiers) {

	static final Count NONE = new Count(0, 0, Yuan.ZERO, Map.of());

	public long open() {
		return this.total - this.met;
	}

	public long of(Tier tier) {
		return this.tiers.getOrDefault(tier, 0L);
	}

	/** Per cent, exact to a tenth; zero where there is nobody to count. */
	public double share() {
		return (this.total == 0) ? 0 : Math.round(1000.0 * this.met / this.total) / 10.0;
	}

	Count plus(Count other) {
		var tiers = new EnumMap<Tier, Long>(Tier.class);
		for (var tier : Tier.values()) {
			tiers.put(tier, of(tier) + other.of(tier));
		}
		return new Count(this.met + other.met, this.total + other.total, this.amount.plus(other.amount), tiers);
	}

}
