package org.nuanyang.review;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.nuanyang.application.CaseView;
import org.nuanyang.identification.Threshold;
import org.nuanyang.programme.Tier;

/** The lines between tiers on the board, the highest first. */
public record ThresholdLines(List<Threshold> lines) {

	/** Within so many points of a line a case is borderline (临界). */
	static final int NEAR = 2;

	public ThresholdLines {
		lines = lines.stream().sorted(Comparator.comparing(Threshold::from).reversed()).toList();
	}

	/** The line a case is near to. */
	public Optional<Near> near(CaseView application) {
		var points = application.points();
		if (points == null) {
			return Optional.empty();
		}
		return this.lines.stream()
			.map((line) -> new Near(line.tier(), BigDecimal.valueOf(points).subtract(line.from())))
			.filter((near) -> near.distance().abs().compareTo(BigDecimal.valueOf(NEAR)) <= 0)
			.min(Comparator.comparing((near) -> near.distance().abs()));
	}

	/**
	 * @param distance points above the line, negative below it
	 */
	public record Near(Tier tier, BigDecimal distance) {

		/** Message key: below, on or above the line. */
		public String key() {
			return switch (this.distance.signum()) {
				case -1 -> "review.near.below";
				case 0 -> "review.near.on";
				default -> "review.near.above";
			};
		}

		public String points() {
			return this.distance.abs().stripTrailingZeros().toPlainString();
		}

	}

}
