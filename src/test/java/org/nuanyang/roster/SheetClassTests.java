package org.nuanyang.roster;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SheetClassTests {

	@ParameterizedTest
	@CsvSource({ "五年级2班,五年级2班", "五(2)班名单,五(2)班", "北湾小学五年级（2）班学生花名册,五年级(2)班", "2026年秋季 六年级 一班,六年级一班", "2021级3班,2021级3班",
			"初一(3)班,初一(3)班", "5(2)班,5(2)班", "三年二班,三年二班", "示例县第二小学四年级10班名册,四年级10班" })
	void aNameOrTitleSaysTheClass(String text, String said) {
		assertThat(SheetClass.said(List.of(text), Set.of("name"))).isEqualTo(said);
		assertThat(SheetClass.meaning(said)).containsOnlyKeys("schoolClass");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sheet1", "名册", "2026年学生花名册", "一至六年级学生名册", "三、四年级名单", "第二小学", "五年级1班、五年级2班", "" })
	void othersSayNothing(String text) {
		assertThat(SheetClass.said(List.of(text), Set.of("name"))).isEmpty();
	}

	@Test
	void aGradeAloneServesWhereTheColumnNamesTheClassOnly() {
		assertThat(SheetClass.said(List.of("Sheet1", "五年级(2)班花名册"), Set.of("name", "schoolClass"))).isEqualTo("五年级");
		assertThat(SheetClass.meaning("五年级")).containsOnlyKeys("grade");
		assertThat(SheetClass.said(List.of("五年级"), Set.of("schoolClass", "grade"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "北湾", "第五", "班", "abc" })
	void whatNamesNoClassMeansNothing(String said) {
		assertThat(SheetClass.meaning(said)).isEmpty();
	}

}
