package org.nuanyang.disbursement;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * How many rows of a batch are where, by tier, counted by the database: a batch may be
 * long.
 */
public record BatchFigures(List<TierLine> tiers) {

	public int paid() {
		return count(TierLine::paidRows);
	}

	public int failed() {
		return count(TierLine::failedRows);
	}

	/** Failed rows that no re-issue has taken up. */
	public int toReissue() {
		return count(TierLine::toReissue);
	}

	/** Rows that the bank has not answered. */
	public int open() {
		return count(TierLine::openRows);
	}

	public Yuan failedTotal() {
		return sum(TierLine::failed);
	}

	/** Paid, and taken back from the families. */
	public Yuan recoveredTotal() {
		return sum(TierLine::recovered);
	}

	private int count(ToIntFunction<TierLine> of) {
		return this.tiers.stream().mapToInt(of).sum();
	}

	private Yuan sum(Function<TierLine, Yuan> of) {
		return this.tiers.stream().map(of).reduce(Yuan.ZERO, Yuan::plus);
	}

	/**
	 * The rows of one tier.
	 *
	 * @param each what one row is paid, or null where they differ
	 */
	public record TierLine(Tier tier, @Nullable Yuan each, int count, Yuan due, int paidRows, Yuan paid, int failedRows,
			Yuan failed, int toReissue, int openRows, Yuan recovered) {

	}

}
