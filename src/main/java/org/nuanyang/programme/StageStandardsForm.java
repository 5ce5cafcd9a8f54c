package org.nuanyang.programme;

import java.util.HashMap;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/** The amounts of a year by stage and boarding as typed. */
record StageStandardsForm(@Nullable String primaryBoarding, @Nullable String primaryDay,
		@Nullable String juniorBoarding, @Nullable String juniorDay) {

	static StageStandardsForm of(Optional<StageStandards> standards) {
		var typed = StageStandards.Key.all()
			.stream()
			.map((key) -> standards.map((year) -> year.annual(key).amount().toPlainString()).orElse(null))
			.toArray(String[]::new);
		return new StageStandardsForm(typed[0], typed[1], typed[2], typed[3]);
	}

	Optional<StageStandards> standards(SchoolYear year, BindingResult errors) {
		var amounts = new HashMap<StageStandards.Key, Yuan>();
		StageStandards.Key.all()
			.forEach((key) -> StandardsForm.amount(key.field(), typed(key), errors)
				.ifPresent((yuan) -> amounts.put(key, yuan)));
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new StageStandards(year, amounts));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	private @Nullable String typed(StageStandards.Key key) {
		return switch (key.field()) {
			case "primaryBoarding" -> this.primaryBoarding;
			case "primaryDay" -> this.primaryDay;
			case "juniorBoarding" -> this.juniorBoarding;
			default -> this.juniorDay;
		};
	}

}
