package org.nuanyang.calendar;

/** What sets a day apart from its place in the week. */
public enum DayKind {

	/** 放假: no work, whatever day of the week it is. */
	HOLIDAY,
	/** 调休上班: a Saturday or Sunday that is worked. */
	WORKDAY

}
