package org.nuanyang.kernel;

import java.io.Serializable;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days from the first, included, until a day that is no longer in it; open-ended without
 * one.
 */
public record Period(LocalDate from, @Nullable LocalDate until) implements Serializable {

	public Period {
		if (until != null && until.isBefore(from)) {
			throw new RuleViolation("kernel.period.order");
		}
	}

	public static Period since(LocalDate from) {
		return new Period(from, null);
	}

	/** Both days included. */
	public static Period of(LocalDate first, LocalDate last) {
		return new Period(first, last.plusDays(1));
	}

	public boolean contains(LocalDate day) {
		return !day.isBefore(this.from) && (this.until == null || day.isBefore(this.until));
	}

	public boolean overlaps(Period other) {
		return (other.until == null || this.from.isBefore(other.until))
				&& (this.until == null || other.from.isBefore(this.until));
	}

	public Period endingBefore(LocalDate day) {
		return new Period(this.from, day);
	}

}
