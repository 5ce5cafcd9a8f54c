package org.nuanyang.report;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A measure as the overview shows it: now, and beside it the same day a year ago.
 *
 * @param then null where nobody was counted then
 */
public record Figure(Measure measure, Count now, @Nullable Count then) {

	/** A share leads to those who are missing from it, or to all where nobody is. */
	public String path() {
		var path = "/overview/" + this.measure.path();
		return this.measure.isCounted() ? path : path + "?met=" + (this.now.open() == 0);
	}

	public String labelKey() {
		return this.measure.labelKey();
	}

	public String value() {
		return this.measure.isCounted() ? "%,d".formatted(counted(this.now))
				: isOfNobody() ? "—" : percent(this.now.share());
	}

	public String unitKey() {
		return this.measure.isCounted() ? "report.unit.pupils" : "report.unit.percent";
	}

	/** Whether there is nobody yet to count a share of. */
	public boolean isOfNobody() {
		return this.now.total() == 0 && this.measure != Measure.ENTITLED;
	}

	private long counted(Count count) {
		return this.measure.isOpen() ? count.open() : count.met();
	}

	/** Small print below the number: its share, or what it is a share of. */
	public String noteKey() {
		return labelKey() + (isOfNobody() ? ".note.none" : ".note");
	}

	public Object[] noteValues() {
		return new Object[] { "%,d".formatted(this.now.met()), "%,d".formatted(this.now.total()),
				percent(this.now.share()), "%,d".formatted(this.now.open()), this.now.amount().toString() };
	}

	/** Up, down, the same, or null without a year before. */
	public @Nullable String trend() {
		var change = change();
		return (change == null) ? null : (change > 0) ? "UP" : (change < 0) ? "DOWN" : "SAME";
	}

	public String trendKey() {
		var trend = trend();
		return isOfNobody() ? "report.now.none" : (trend == null) ? "report.then.none"
				: "report.then." + (this.measure.isCounted() ? "pupils." : "points.") + trend;
	}

	public String trendIcon() {
		var trend = trend();
		return ("UP".equals(trend)) ? "arrow-up-right" : ("DOWN".equals(trend)) ? "arrow-down-right" : "minus";
	}

	/** By how much it differs, without sign. */
	public String by() {
		var change = change();
		var size = Math.abs((change != null) ? change : 0);
		return this.measure.isCounted() ? "%,d".formatted(Math.round(size)) : percent(size);
	}

	private @Nullable Double change() {
		if (this.then == null || isOfNobody()) {
			return null;
		}
		return this.measure.isCounted() ? (double) (counted(this.now) - counted(this.then))
				: Math.round((this.now.share() - this.then.share()) * 10) / 10.0;
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.1f", share);
	}

}
