package org.nuanyang.calendar;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/** The four dates of a school year. */
record TermForm(@NotNull @Nullable LocalDate autumnFirst, @NotNull @Nullable LocalDate autumnLast,
		@NotNull @Nullable LocalDate springFirst, @NotNull @Nullable LocalDate springLast) {

	TermDates autumn(SchoolYear year) {
		return new TermDates(year, Term.AUTUMN, Objects.requireNonNull(this.autumnFirst),
				Objects.requireNonNull(this.autumnLast));
	}

	TermDates spring(SchoolYear year) {
		return new TermDates(year, Term.SPRING, Objects.requireNonNull(this.springFirst),
				Objects.requireNonNull(this.springLast));
	}

}
