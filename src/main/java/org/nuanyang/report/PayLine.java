package org.nuanyang.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/** What one pupil is to get of a programme for a term, and what has come of it. */
record PayLine(String school, long enrolmentId, String name, String className, String programme, Term term, Yuan due,
		@Nullable Yuan paid, @Nullable LocalDate on, PayState state) {

}
