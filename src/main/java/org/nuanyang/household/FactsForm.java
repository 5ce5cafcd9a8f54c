package org.nuanyang.household;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Facts that a list or a document proves, as typed. */
record FactsForm(@NotNull(message = "{household.source.missing}") @Nullable FactSource source,
		Map<FactCode, String> facts) {

	FactsForm {
		facts = Objects.requireNonNullElse(facts, Map.of());
	}

	public String fact(FactCode code) {
		return Objects.requireNonNullElse(this.facts.get(code), "");
	}

	public boolean chosen(FactCode code, String option) {
		return FactInputs.chosen(fact(code), option);
	}

}
