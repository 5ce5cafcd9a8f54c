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
 *
 * @param sensitive whether whoever asks may know of protected categories: the names on a
 * list tell of the category
 */
record Moment(SchoolYear year, Term term, LocalDate day, OffsetDateTime cut, boolean now, boolean sensitive) {

	static Moment now(LocalDateTime time, ZoneId zone, boolean sensitive) {
		var day = time.toLocalDate();
		return new Moment(SchoolYear.of(day), Term.of(day), day, time.atZone(zone).toOffsetDateTime(), true, sensitive);
	}

	Moment yearBefore() {
		return new Moment(this.year.previous(), this.term, this.day.minusYears(1), this.cut.minusYears(1), false,
				this.sensitive);
	}

}
