package org.nuanyang.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A programme of a term in numbers, or the sum of several.
 *
 * @param school null where only one is in sight, and in the sum
 */
record PayRow(@Nullable Long school, String schoolName, @Nullable Long programme, String programmeName,
		@Nullable Term term, Of all, Of paid, Of owed, Of overdue, Of off) {

	/** How many lines, and how much they come to. */
	record Of(long lines, Yuan amount) {

		static final Of NONE = new Of(0, Yuan.ZERO);

		Of plus(Of other) {
			return new Of(this.lines + other.lines, this.amount.plus(other.amount));
		}

	}

	/** One cell of a line, with the state that its list is narrowed to. */
	record Cell(@Nullable PayState state, Of of) {

	}

	public List<Cell> cells() {
		return List.of(new Cell(null, this.all), new Cell(PayState.PAID, this.paid), new Cell(PayState.OWED, this.owed),
				new Cell(PayState.OVERDUE, this.overdue), new Cell(PayState.OFF, this.off));
	}

	public boolean isSum() {
		return this.term == null;
	}

	static PayRow sum(Iterable<PayRow> rows) {
		var sum = new PayRow(null, "", null, "", null, Of.NONE, Of.NONE, Of.NONE, Of.NONE, Of.NONE);
		for (var row : rows) {
			sum = new PayRow(null, "", null, "", null, sum.all.plus(row.all), sum.paid.plus(row.paid),
					sum.owed.plus(row.owed), sum.overdue.plus(row.overdue), sum.off.plus(row.off));
		}
		return sum;
	}

}
