package org.nuanyang.calendar;

import java.time.LocalDate;

/** A day that differs from its place in the week. */
record CalendarDay(LocalDate day, DayKind kind, String name) {

}
