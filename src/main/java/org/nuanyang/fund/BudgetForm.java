package org.nuanyang.fund;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

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
		return Yuan.of(Objects.requireNonNull(this.total));
	}

	String why() {
		return Objects.requireNonNull(this.reason).strip();
	}

	Map<Tier, Yuan> tiers() {
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		put(tiers, Tier.ONE, this.one);
		put(tiers, Tier.TWO, this.two);
		put(tiers, Tier.THREE, this.three);
		return tiers;
	}

	private static void put(Map<Tier, Yuan> tiers, Tier tier, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			tiers.put(tier, Yuan.of(text));
		}
	}

	/** Everything wrong with the figures, whatever else is. */
	void check(BindingResult errors, boolean byTier) {
		var total = read("total", this.total, errors);
		var tiers = new EnumMap<Tier, Yuan>(Tier.class);
		if (byTier) {
			read("one", this.one, errors).ifPresent((figure) -> tiers.put(Tier.ONE, figure));
			read("two", this.two, errors).ifPresent((figure) -> tiers.put(Tier.TWO, figure));
			read("three", this.three, errors).ifPresent((figure) -> tiers.put(Tier.THREE, figure));
		}
		BudgetService.wrong(total.orElse(null), tiers).forEach((violation) -> Refusals.reject(errors, violation));
	}

	/** What a field says, if it says something and can be read. */
	private static Optional<Yuan> read(String field, @Nullable String text, BindingResult errors) {
		if (text == null || text.isBlank() || errors.hasFieldErrors(field)) {
			return Optional.empty();
		}
		try {
			return Optional.of(Yuan.of(text));
		}
		catch (RuleViolation violation) {
			errors.rejectValue(field, violation.key(), violation.arguments(), null);
			return Optional.empty();
		}
	}

}
