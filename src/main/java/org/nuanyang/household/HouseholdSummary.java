package org.nuanyang.household;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * A household in a few lines, on the pupil's file: what the school has verified, else
 * what the family declared.
 *
 * @param incomePerHead yuan a year, both figures from one source; null when unknown
 * @param verifiedAt when the school last verified something, or null
 */
record HouseholdSummary(SchoolYear year, List<Line> lines, @Nullable Yuan incomePerHead, @Nullable Instant verifiedAt) {

	private static final List<FactCode> TOLD = List.of(FactCode.HOUSEHOLD_SIZE, FactCode.FAMILY_STRUCTURE,
			FactCode.INCOME_SOURCES, FactCode.WORKERS, FactCode.SEVERELY_ILL, FactCode.MILDLY_ILL,
			FactCode.IN_COMPULSORY, FactCode.IN_FURTHER_EDUCATION, FactCode.HOUSING, FactCode.SUDDEN_EVENTS);

	static HouseholdSummary of(SchoolYear year, @Nullable DeclaredHousehold declared, VerifiedFacts verified) {
		var lines = TOLD.stream().flatMap((code) -> line(code, declared, verified).stream()).toList();
		return new HouseholdSummary(year, lines, incomePerHead(declared, verified),
				verified.byCode()
					.values()
					.stream()
					.map(VerifiedFact::verifiedAt)
					.max(Comparator.naturalOrder())
					.orElse(null));
	}

	private static Optional<Line> line(FactCode code, @Nullable DeclaredHousehold declared, VerifiedFacts verified) {
		var held = verified.get(code);
		return held.isPresent() ? held.map((fact) -> new Line(code, fact.value(), fact.source()))
				: Optional.ofNullable(declared)
					.flatMap((household) -> household.fact(code))
					.map((value) -> new Line(code, value, null));
	}

	private static @Nullable Yuan incomePerHead(@Nullable DeclaredHousehold declared, VerifiedFacts verified) {
		var size = verified.get(FactCode.HOUSEHOLD_SIZE).map(VerifiedFact::number).orElse(BigDecimal.ZERO);
		var income = verified.get(FactCode.YEARLY_INCOME).map(VerifiedFact::number);
		if (income.isPresent() && size.signum() > 0) {
			return Yuan.of(income.get().divide(size, 2, RoundingMode.HALF_UP));
		}
		return (declared != null) ? declared.incomePerHead() : null;
	}

	/**
	 * One fact.
	 *
	 * @param source how it was verified, null for what the family declared
	 */
	record Line(FactCode code, String value, @Nullable FactSource source) {

	}

}
