package org.nuanyang.identification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * One band of the scale as drawn, in percent of its width.
 *
 * @param tier the tier of the band, or null below the lowest threshold
 */
public record ScoreBand(@Nullable Tier tier, BigDecimal from, String x, String width, String middle) {

	static List<ScoreBand> of(List<Threshold> thresholds, BigDecimal fullMarks) {
		var bands = new ArrayList<ScoreBand>();
		var end = fullMarks;
		for (var threshold : thresholds) {
			bands.addFirst(band(threshold.tier(), threshold.from(), end, fullMarks));
			end = threshold.from();
		}
		bands.addFirst(band(null, BigDecimal.ZERO, end, fullMarks));
		return List.copyOf(bands);
	}

	private static ScoreBand band(@Nullable Tier tier, BigDecimal from, BigDecimal to, BigDecimal fullMarks) {
		var middle = from.add(to).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
		return new ScoreBand(tier, from, percent(from, fullMarks), percent(to.subtract(from), fullMarks),
				percent(middle, fullMarks));
	}

	static String percent(BigDecimal part, BigDecimal whole) {
		return part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
	}

}
