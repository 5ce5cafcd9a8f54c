package org.nuanyang.programme;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/** The amounts of a year as typed. */
record StandardsForm(@Nullable String one, @Nullable String two, @Nullable String three, @Nullable String line) {

	static StandardsForm of(Optional<Standards> standards, Optional<Yuan> line) {
		return new StandardsForm(typed(standards, Tier.ONE), typed(standards, Tier.TWO), typed(standards, Tier.THREE),
				line.map((yuan) -> yuan.amount().toPlainString()).orElse(null));
	}

	private static @Nullable String typed(Optional<Standards> standards, Tier tier) {
		return standards.map((year) -> year.annual(tier).amount().toPlainString()).orElse(null);
	}

	Optional<Standards> standards(SchoolYear year, BindingResult errors) {
		var amounts = new EnumMap<Tier, Yuan>(Tier.class);
		Map.of(Tier.ONE, "one", Tier.TWO, "two", Tier.THREE, "three")
			.forEach((tier, field) -> amount(field, typed(tier), errors).ifPresent((yuan) -> amounts.put(tier, yuan)));
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Standards(year, amounts));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	Optional<Yuan> lineAmount(BindingResult errors) {
		return amount("line", this.line, errors);
	}

	private @Nullable String typed(Tier tier) {
		return switch (tier) {
			case ONE -> this.one;
			case TWO -> this.two;
			case THREE -> this.three;
		};
	}

	static Optional<Yuan> amount(String field, @Nullable String typed, BindingResult errors) {
		var text = Objects.requireNonNullElse(typed, "").strip();
		if (text.isEmpty()) {
			errors.rejectValue(field, "programme.amount.missing");
			return Optional.empty();
		}
		try {
			return Optional.of(Yuan.of(text));
		}
		catch (RuleViolation violation) {
			errors.rejectValue(field, "programme.amount.invalid");
			return Optional.empty();
		}
	}

}
