package org.nuanyang.fund;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/** A budget to be set; an empty tier has no figure of its own. */
record BudgetForm(@NotBlank @Size(max = 20) @Nullable String total, @Size(max = 20) @Nullable String one,
		@Size(max = 20) @Nullable String two, @Size(max = 20) @Nullable String three,
		@NotBlank @Size(max = 200) @Nullable String reason) {

	static BudgetForm of(@Nullable BudgetView budget) {
		return (budget == null) ? new BudgetForm("", "", "", "", "") : new BudgetForm(text(budget.total()),
				text(budget.of(Tier.ONE)), text(budget.of(Tier.TWO)), text(budget.of(Tier.THREE)), "");
	}

	private static String text(@Nullable Yuan amount) {
		return (amount != null) ? amount.amount().toPlainString() : "";
	}

	Yuan amount() {
		return read("total", Objects.requireNonNull(this.total));
	}

	String why() {
		return Objects.requireNonNull(this.reason).strip();
	}

	Map<Tier, Yuan> tiers() {
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		put(tiers, Tier.ONE, "one", this.one);
		put(tiers, Tier.TWO, "two", this.two);
		put(tiers, Tier.THREE, "three", this.three);
		return tiers;
	}

	private static void put(Map<Tier, Yuan> tiers, Tier tier, String field, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			tiers.put(tier, read(field, text));
		}
	}

	private static Yuan read(String field, String text) {
		try {
			return Yuan.of(text);
		}
		catch (RuleViolation violation) {
			throw RuleViolation.on(field, violation.key(), violation.arguments());
		}
	}

}
