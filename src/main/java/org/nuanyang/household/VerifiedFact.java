package org.nuanyang.household;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One fact as the school has verified it: from which source, by whom, when. */
public record VerifiedFact(FactCode code, String value, FactSource source, String verifiedBy, Instant verifiedAt) {

	/** The value of a money or count fact. */
	public BigDecimal number() {
		return new BigDecimal(this.value);
	}

	/** The options of a choice fact. */
	public List<String> choices() {
		return this.value.isEmpty() ? List.of() : List.of(this.value.split(","));
	}

}
