package org.nuanyang.roster;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.student.Disability;
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

	@ParameterizedTest
	@ValueSource(strings = { "半寄宿", "半住校", "半住宿生", "曾住校", "待定", "住校(拟)", "走读/住校", "有时住宿", "走读或住校", "寄宿?", "步行" })
	void whoBoardsIsSaidInFull(String text) {
		assertThat(Codes.boarding(text, false)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2, true", "2-住校, true", "寄宿生, true", "是, true", "1, false", "不住校, false", "非寄宿生, false", "走读生, false",
			"0, false", "住, true", "走, false" })
	void whoBoardsIsRead(String text, boolean expected) {
		assertThat(Codes.boarding(text, false)).as(text).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "2", "02" })
	void aBareCodeIsNoAnswerToAQuestion(String text) {
		assertThat(Codes.boarding(text, true)).isEmpty();
		assertThat(Codes.disability(text, true)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "非常需要", "无父无母", "否(去年是)", "是(曾)", "是否", "不详", "待定", "半孤", "无人抚养" })
	void neitherYesNorNoIsAsked(String text) {
		assertThat(Codes.yes(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "是孤儿, true", "√, true", "非孤儿, false", "不需要, false", "未享受, false", "无, false" })
	void yesAndNoAreRead(String text, boolean expected) {
		assertThat(Codes.yes(text)).as(text).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "父母均在家", "父母离异", "单亲家庭", "曾单亲留守", "无父母", "不清楚" })
	void aFamilyIsNotYetAParentAway(String text) {
		assertThat(Codes.leftBehind(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "无法行走", "不能说话", "视力正常", "肢体、智力", "疑似智力残疾", "听力待鉴定", "9" })
	void aDisabilityIsReadOnlyWhereItIsOne(String text) {
		assertThat(Codes.disability(text, false)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "无残疾, NONE", "非残疾人, NONE", "健全, NONE", "听力残疾, HEARING", "4, PHYSICAL", "多重残疾, MULTIPLE" })
	void aKindOfDisabilityIsRead(String text, Disability expected) {
		assertThat(Codes.disability(text, false)).as(text).contains(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "男女", "男转女", "非男", "男?", "不详" })
	void oneSexOnly(String text) {
		assertThat(Codes.sex(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "非身份证", "父亲身份证", "身份证或户口簿", "身份证待办" })
	void aDocumentIsThePupilsOwnAndOne(String text) {
		assertThat(Codes.idType(text)).isEmpty();
	}

}
