package org.nuanyang.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, 1 September to 31 August. August is the time when the next one is
 * prepared, so a date in August already counts as the year about to begin.
 */
public record SchoolYear(int firstYear) implements Comparable<SchoolYear>, Serializable {

	public SchoolYear {
		if (firstYear < 1980 || firstYear > 2200) {
			throw new RuleViolation("kernel.school-year.invalid", String.valueOf(firstYear));
		}
	}

	public static SchoolYear of(LocalDate date) {
		return new SchoolYear((date.getMonthValue() >= Month.AUGUST.getValue()) ? date.getYear() : date.getYear() - 1);
	}

	public String label() {
		return this.firstYear + "—" + (this.firstYear + 1);
	}

	public LocalDate first() {
		return LocalDate.of(this.firstYear, Month.SEPTEMBER, 1);
	}

	public LocalDate last() {
		return LocalDate.of(this.firstYear + 1, Month.AUGUST, 31);
	}

	public SchoolYear next() {
		return new SchoolYear(this.firstYear + 1);
	}

	public SchoolYear previous() {
		return new SchoolYear(this.firstYear - 1);
	}

	@Override
	public int compareTo(SchoolYear other) {
		return Integer.compare(this.firstYear, other.firstYear);
	}

	@Override
	public String toString() {
		return label();
	}

}
