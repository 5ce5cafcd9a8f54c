package org.nuanyang.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/**
 * When figures are taken: now, or on the same day a year ago, of which the school year
 * then under way is asked.
 */
record Moment(SchoolYear year, Term term, LocalDate day, OffsetDateTime cut, boolean now) {

	static Moment now(LocalDateTime time, ZoneId zone) {
		var day = time.toLocalDate();
		return new Moment(SchoolYear.of(day), Term.of(day), day, time.atZone(zone).toOffsetDateTime(), true);
	}

	Moment yearBefore() {
		return new Moment(this.year.previous(), this.term, this.day.minusYears(1), this.cut.minusYears(1), false);
	}

}
