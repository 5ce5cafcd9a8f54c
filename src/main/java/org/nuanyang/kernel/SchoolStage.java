package org.nuanyang.kernel;

import java.util.Arrays;
import java.util.Optional;

/** 学段: primary school (grades 1 to 6) or junior secondary school (grades 7 to 9). */
public enum SchoolStage {

	PRIMARY(1, 6), JUNIOR(7, 9);

	private final int firstGrade;

	private final int lastGrade;

	SchoolStage(int firstGrade, int lastGrade) {
		this.firstGrade = firstGrade;
		this.lastGrade = lastGrade;
	}

	public int firstGrade() {
		return this.firstGrade;
	}

	public int lastGrade() {
		return this.lastGrade;
	}

	public boolean has(int grade) {
		return grade >= this.firstGrade && grade <= this.lastGrade;
	}

	public static Optional<SchoolStage> ofGrade(int grade) {
		return Arrays.stream(values()).filter((stage) -> stage.has(grade)).findFirst();
	}

	/**
	 * The age at which most pupils are in a grade on 1 September: six in the first
	 * (Compulsory Education Law, article 11).
	 */
	public static int usualAge(int grade) {
		return grade + 5;
	}

}
