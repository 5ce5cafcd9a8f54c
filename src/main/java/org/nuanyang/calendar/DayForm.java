package org.nuanyang.calendar;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * One day of the calendar.
 *
 * @param kind null for a day like any other of its weekday
 */
record DayForm(@NotNull @Nullable LocalDate day, @Nullable DayKind kind, @Size(max = 40) @Nullable String name) {

	static final DayForm EMPTY = new DayForm(null, DayKind.HOLIDAY, null);

}
