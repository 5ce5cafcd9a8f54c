package org.nuanyang.report;

import java.time.LocalDate;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * Money of a term that has not arrived yet, and the day by which it should.
 *
 * @param lines how many payments it is: a pupil may get of several programmes
 */
public record Owed(SchoolYear year, Term term, LocalDate dueOn, long pupils, long lines, Yuan amount) {

	public boolean isOverdue(LocalDate today) {
		return this.dueOn.isBefore(today);
	}

}
