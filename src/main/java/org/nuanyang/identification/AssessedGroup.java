package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;

import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactSource;

/** What a group of indicators gave, its cap applied. */
public record AssessedGroup(String code, Label label, BigDecimal points, BigDecimal max,
		List<AssessedIndicator> indicators) {

	/** Points that the group could still give. */
	public BigDecimal room() {
		return this.max.subtract(this.points);
	}

	public Weight weight() {
		return Weight.of(this.points, this.max);
	}

	/** Facts that nobody has verified yet. */
	public List<FactCode> missing() {
		return this.indicators.stream().flatMap((indicator) -> indicator.missing().stream()).distinct().toList();
	}

	/** The verified values, each once. */
	public List<AssessedIndicator.Value> values() {
		return this.indicators.stream().flatMap((indicator) -> indicator.values().stream()).distinct().toList();
	}

	/** Where its values come from, each source once. */
	public List<FactSource> sources() {
		return this.indicators.stream()
			.flatMap((indicator) -> indicator.values().stream())
			.map(AssessedIndicator.Value::source)
			.distinct()
			.sorted()
			.toList();
	}

}
