package org.nuanyang.programme;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * What each tier of a programme is worth in one school year (资助标准). Valid when every tier
 * has an amount above zero that halves to the fen, and a higher tier never gets less.
 */
public record Standards(SchoolYear year, Map<Tier, Yuan> annual) implements Scale {

	/** A typing slip, not a policy: no tier of compulsory schooling comes near it. */
	static final Yuan HIGHEST = Yuan.of("50000");

	public Standards {
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		tiers.putAll(annual);
		annual = Map.copyOf(tiers);
		for (var tier : Tier.values()) {
			check(field(tier), annual.get(tier));
		}
		descending(annual, Tier.ONE, Tier.TWO);
		descending(annual, Tier.TWO, Tier.THREE);
	}

	static void check(String field, @Nullable Yuan amount) {
		if (amount == null) {
			throw RuleViolation.on(field, "programme.amount.missing");
		}
		if (amount.amount().signum() <= 0 || amount.amount().compareTo(HIGHEST.amount()) > 0) {
			throw RuleViolation.on(field, "programme.amount.range", HIGHEST.toString());
		}
		if (amount.amount().unscaledValue().testBit(0)) {
			throw RuleViolation.on(field, "programme.amount.odd");
		}
	}

	private static void descending(Map<Tier, Yuan> annual, Tier higher, Tier lower) {
		if (amount(annual, higher).amount().compareTo(amount(annual, lower).amount()) < 0) {
			throw RuleViolation.on(field(lower), "programme.amount.order");
		}
	}

	private static Yuan amount(Map<Tier, Yuan> annual, Tier tier) {
		return Objects.requireNonNull(annual.get(tier));
	}

	/** Yuan per school year. */
	public Yuan annual(Tier tier) {
		return amount(this.annual, tier);
	}

	@Override
	public Yuan annual(Recipient who) {
		return annual(who.tier());
	}

	/** Yuan per term: half the annual amount, exact to the fen. */
	public Yuan perTerm(Tier tier) {
		return annual(tier).half();
	}

	private static String field(Tier tier) {
		return tier.name().toLowerCase(Locale.ROOT);
	}

}
