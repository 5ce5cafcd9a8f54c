package org.nuanyang.identification;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.VerifiedFact;
import org.nuanyang.household.VerifiedFacts;
import org.nuanyang.kernel.Yuan;

/**
 * All that an assessment may look at.
 *
 * @param categories codes of the hardship categories valid on the day
 * @param subsistenceLine yuan per person and year, or null when the county has none for
 * the year
 */
record Evidence(VerifiedFacts facts, Set<String> categories, @Nullable Yuan subsistenceLine) {

	Optional<VerifiedFact> fact(FactCode code) {
		return this.facts.get(code);
	}

}
