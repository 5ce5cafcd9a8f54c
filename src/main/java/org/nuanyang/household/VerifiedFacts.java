package org.nuanyang.household;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts in force of one pupil and school year: per code the one verified last. */
public record VerifiedFacts(Map<FactCode, VerifiedFact> byCode) {

	public VerifiedFacts {
		byCode = Map.copyOf(byCode);
	}

	public static VerifiedFacts of(Collection<VerifiedFact> facts) {
		return new VerifiedFacts(facts.stream().collect(Collectors.toMap(VerifiedFact::code, Function.identity())));
	}

	public Optional<VerifiedFact> get(FactCode code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	public boolean isEmpty() {
		return this.byCode.isEmpty();
	}

}
