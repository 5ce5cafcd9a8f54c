package org.nuanyang.kernel;

import java.time.LocalDate;
import java.time.Month;

/** The two terms of a school year. */
public enum Term {

	/** 第一学期 */
	AUTUMN,
	/** 第二学期 */
	SPRING;

	public static Term of(LocalDate date) {
		var month = date.getMonthValue();
		return (month >= Month.FEBRUARY.getValue() && month <= Month.JULY.getValue()) ? SPRING : AUTUMN;
	}

}
