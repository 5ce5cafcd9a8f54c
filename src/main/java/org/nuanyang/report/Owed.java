package org.nuanyang.report;

import java.time.LocalDate;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/** Money of a term that has not arrived yet, and the day by which it should. */
public record Owed(SchoolYear year, Term term, LocalDate dueOn, long pupils, Yuan amount) {

	public boolean isOverdue(LocalDate today) {
		return this.dueOn.isBefore(today);
	}

}
