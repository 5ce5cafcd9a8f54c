package org.nuanyang.calendar;

import java.time.LocalDate;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/** A term of a school year with its first and last day, both included. */
public record TermDates(SchoolYear year, Term term, LocalDate first, LocalDate last) {

	boolean overlaps(LocalDate otherFirst, LocalDate otherLast) {
		return !this.last.isBefore(otherFirst) && !this.first.isAfter(otherLast);
	}

}
