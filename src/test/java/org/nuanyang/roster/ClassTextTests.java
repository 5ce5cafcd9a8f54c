package org.nuanyang.roster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;

import static org.assertj.core.api.Assertions.assertThat;

class ClassTextTests {

	private static final SchoolYear YEAR = new SchoolYear(2026);

	@ParameterizedTest
	@CsvSource({ "一(1)班, 1, 1", "一（1）班, 1, 1", "1.1, 1, 1", "1-2, 1, 2", "一年级1班, 1, 1", "一年级（12）班, 1, 12",
			"2021级1班, 6, 1", "2026级(3)班, 1, 3", "三年级二班, 3, 2", "五2班, 5, 2", "小学一年级1班, 1, 1", "１年级２班, 1, 2",
			"一年1班, 1, 1", "六 (3) 班, 6, 3", "4(2), 4, 2", "302班, 3, 2", "五年级十一班, 5, 11", "2.10, 2, 10" })
	void readsGradeAndClassWrittenTogether(String written, int grade, int schoolClass) {
		assertThat(ClassText.of(written, YEAR, SchoolStage.PRIMARY)).isEqualTo(new ClassText(grade, schoolClass));
	}

	@ParameterizedTest
	@CsvSource({ "初一(2)班, 7, 2", "七年级3班, 7, 3", "八(1)班, 8, 1", "初三4班, 9, 4", "2025级2班, 8, 2", "初中九年级1班, 9, 1" })
	void readsJuniorSecondarySchool(String written, int grade, int schoolClass) {
		assertThat(ClassText.of(written, YEAR, SchoolStage.JUNIOR)).isEqualTo(new ClassText(grade, schoolClass));
	}

	@ParameterizedTest
	@CsvSource({ "1班, 1", "(2)班, 2", "3, 3", "一班, 1", "十二班, 12", "05, 5", "班3, 3" })
	void readsTheClassAlone(String written, int schoolClass) {
		assertThat(ClassText.of(written, YEAR, SchoolStage.PRIMARY)).isEqualTo(new ClassText(null, schoolClass));
	}

	@ParameterizedTest
	@ValueSource(strings = { "实验班", "一年级", "？", "A班" })
	void doesNotGuess(String written) {
		assertThat(ClassText.of(written, YEAR, SchoolStage.PRIMARY)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "一年级, 1", "6, 6", "三, 3", "2024级, 3", "2024, 3", "小学四年级, 4", "初二, 8", "七年级, 7", "９年级, 9" })
	void readsTheGrade(String written, int grade) {
		assertThat(ClassText.grade(written, YEAR, SchoolStage.PRIMARY)).contains(grade);
	}

	@Test
	void aWordIsNoGrade() {
		assertThat(ClassText.grade("小班", YEAR, SchoolStage.PRIMARY)).isEmpty();
	}

}
