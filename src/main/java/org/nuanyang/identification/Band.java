package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One band of a number.
 *
 * @param upTo the highest number still inside; null for the last band, which has no end
 */
record Band(@Nullable BigDecimal upTo, BigDecimal points) {

	boolean includes(BigDecimal number) {
		return this.upTo == null || number.compareTo(this.upTo) <= 0;
	}

	static BigDecimal points(List<Band> bands, BigDecimal number) {
		return bands.stream().filter((band) -> band.includes(number)).findFirst().orElseThrow().points();
	}

	static List<Band> ascending(List<Band> bands) {
		RuleSet.require(!bands.isEmpty() && bands.getLast().upTo() == null, "the last band must be open");
		BigDecimal before = null;
		for (var band : bands.subList(0, bands.size() - 1)) {
			var upTo = band.upTo();
			RuleSet.require(upTo != null && (before == null || upTo.compareTo(before) > 0), "bands must rise");
			before = upTo;
		}
		return List.copyOf(bands);
	}

}
