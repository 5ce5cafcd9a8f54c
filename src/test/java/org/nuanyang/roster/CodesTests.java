package org.nuanyang.roster;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.student.LeftBehind;

import static org.assertj.core.api.Assertions.assertThat;

/** What schools write where the register has a code. */
class CodesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "否", "非留守", "不是", "无", "没有", "×", "x", "N", "no", "2-非留守儿童" })
	void nobodyIsLeftBehindByANo(String text) {
		assertThat(Codes.leftBehind(text)).contains(LeftBehind.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "单亲留守, SINGLE", "父亲一方外出, SINGLE", "双亲留守, BOTH", "父母双方外出, BOTH" })
	void whoIsAwayIsRead(String text, LeftBehind expected) {
		assertThat(Codes.leftBehind(text)).as(text).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "是", "√", "留守" })
	void aBareYesLeavesOpenWhichParent(String text) {
		assertThat(Codes.leftBehind(text)).isEmpty();
	}

}
