package org.nuanyang.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.VerifiedFact;
import org.nuanyang.household.VerifiedFacts;

/** One fact as the family declared it beside what the school verified. */
record ComparedFact(FactCode code, @Nullable String declared, @Nullable VerifiedFact verified) {

	public boolean differs() {
		return this.declared != null && this.verified != null && !this.declared.equals(this.verified.value());
	}

	/** Only facts that somebody declared or verified. */
	static List<ComparedFact> beside(Optional<DeclaredHousehold> household, VerifiedFacts facts) {
		return Arrays.stream(FactCode.values())
			.map((code) -> new ComparedFact(code, household.flatMap((it) -> it.fact(code)).orElse(null),
					facts.get(code).orElse(null)))
			.filter((fact) -> fact.declared != null || fact.verified != null)
			.toList();
	}

}
