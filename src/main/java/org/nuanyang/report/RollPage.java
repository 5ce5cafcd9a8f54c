package org.nuanyang.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/** A roll, or one page of it, with what its lines add up to. */
record RollPage(Roll roll, String place, LocalDate day, SchoolYear year, Paged<RollRow> rows, Yuan awarded, Yuan paid,
		@Nullable Long school) {

}
