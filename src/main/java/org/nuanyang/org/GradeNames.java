package org.nuanyang.org;

import java.util.List;

/** How grades and classes are written: 一年级 to 九年级, (1)班. */
public final class GradeNames {

	private static final List<String> GRADES = List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级");

	private GradeNames() {
	}

	static boolean exists(int number) {
		return number >= 1 && number <= GRADES.size();
	}

	/** The name of a grade, 1 to 9. */
	public static String grade(int number) {
		return GRADES.get(number - 1);
	}

	public static String ofClass(int number) {
		return "(" + number + ")班";
	}

}
