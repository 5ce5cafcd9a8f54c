package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactSource;

/**
 * What one indicator gave: the values it rested on and the points.
 *
 * @param missing facts that nobody has verified; they gave no points
 * @param computed the number that followed from the facts, or null
 */
public record AssessedIndicator(String code, Label label, List<Value> values, List<FactCode> missing,
		@Nullable Computation computed, BigDecimal points) {

	/** A verified value, and where it came from. */
	public record Value(FactCode fact, String value, FactSource source) {

	}

	/**
	 * A number that followed from the facts.
	 *
	 * @param perHead 人均年收入, yuan
	 * @param line the subsistence line of the year, or null where it plays no part
	 */
	public record Computation(Quantity quantity, BigDecimal number, BigDecimal perHead, @Nullable BigDecimal line) {

	}

}
