package org.nuanyang.report;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.application.RoundStep;
import org.nuanyang.programme.Tier;

/**
 * A school's figures as they stand beside those of others.
 *
 * @param waiting how many cases wait for which step
 */
public record SchoolFigures(long school, Map<Measure, Count> counts, Map<RoundStep, Long> waiting) {

	private Count of(Measure measure) {
		return this.counts.getOrDefault(measure, Count.NONE);
	}

	public long pupils() {
		return of(Measure.IDENTIFIED).total();
	}

	public long identified() {
		return of(Measure.IDENTIFIED).met();
	}

	/** Per cent with its sign; a dash for a school without pupils. */
	public String rate() {
		return (pupils() == 0) ? "—" : String.format(Locale.ROOT, "%.1f", of(Measure.IDENTIFIED).share()) + "%";
	}

	public long of(Tier tier) {
		return of(Measure.IDENTIFIED).of(tier);
	}

	public long notAided() {
		return of(Measure.ENTITLED).open();
	}

	/** Pupils with aid this term. */
	public long toPay() {
		return of(Measure.PAID).total();
	}

	public long paid() {
		return of(Measure.PAID).met();
	}

	public long notPaid() {
		return of(Measure.PAID).open();
	}

	/** Pupils whose money has not arrived although its day is over. */
	public long overdue() {
		return of(Measure.OVERDUE).open();
	}

	public Yuan overdueAmount() {
		return of(Measure.OVERDUE).amount();
	}

	/** Pupils whose recognition an authority has accepted. */
	public long filed() {
		return of(Measure.FILED).met();
	}

	/** Recognised pupils of whom no authority has accepted it. */
	public long notFiled() {
		return of(Measure.FILED).open();
	}

	/** The figures of several schools together. */
	public static SchoolFigures sum(Iterable<SchoolFigures> all) {
		var sum = new EnumMap<Measure, Count>(Measure.class);
		all.forEach((one) -> one.counts.forEach((measure, count) -> sum.merge(measure, count, Count::plus)));
		return new SchoolFigures(0, sum, Map.of());
	}

}
