package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;

import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactSource;

/**
 * What one group of indicators gave: the values it rested on and the points.
 *
 * @param label the group's name as the rule set had it
 * @param missing facts that nobody has verified; they gave no points
 */
public record AssessedIndicator(String code, String label, List<Value> values, List<FactCode> missing,
		BigDecimal points, BigDecimal max) {

	/** A verified value, and where it came from. */
	public record Value(FactCode fact, String value, FactSource source) {

	}

}
