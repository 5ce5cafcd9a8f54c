package org.nuanyang.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockCookie;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person reads where a page, or a part of what its address asks, cannot be shown.
 */
@IntegrationTest
class ProblemPageTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MessageSource messages;

	private TestSchool school;

	@BeforeEach
	void people() {
		this.school = this.cast.school();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 404, 405, 409, 413, 422, 429, 500, 503 })
	void eachFaultIsToldInTheProductsWordsInBothLanguages(int status) {
		for (var locale : new Locale[] { Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH }) {
			var answer = this.mvc.get()
				.uri("/error")
				.with(Cast.as(this.school.officer()))
				.cookie(new MockCookie("language", locale.toLanguageTag()))
				.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
				.exchange();
			assertThat(answer).hasStatus(status);
			var page = Pages.page(answer);
			var told = "web.error." + status + ((status == 500) ? ".read" : "");
			assertThat(page.select("h1").text()).isEqualTo(said(told + ".title", locale));
			assertThat(page.select("main").text()).contains(said(told + ".text", locale).replace("{0}", "20"));
			assertThat(page.select("main a[href=/]")).hasSize(1);
		}
	}

	@Test
	void onlyWhatWasToBeChangedIsToldAsNotSaved() {
		var answer = this.mvc.post()
			.uri("/error")
			.with(Cast.as(this.school.officer()))
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
			.exchange();
		assertThat(Pages.page(answer).select("h1").text()).contains("没有保存成功");
		assertThat(said("web.error.500.read.title", Locale.SIMPLIFIED_CHINESE)).doesNotContain("保存");
	}

	private String said(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	@Test
	void whatIsNoNumberInAnAddressIsNotFound() {
		assertThat(this.pages.get(this.school.officer(), "/students/abc")).hasStatus(404)
			.bodyText()
			.contains("没有找到这个页面");
		assertThat(this.pages.get(this.school.officer(), "/funds/99999999999999999999")).hasStatus(404);
	}

	@Test
	void aListIsShownWithoutTheConditionThatCannotBeRead() {
		var page = this.pages.get(this.school.officer(), "/awards?year=last&tier=ONE&page=x");
		assertThat(page).hasStatus(422).bodyText().contains("“last” 无法识别", "没有采用");
		assertThat(Pages.page(page).select("h1").text()).isEqualTo("资助资格");
		assertThat(this.pages.get(this.school.admin(), "/accounts?role=KING")).hasStatus(422)
			.bodyText()
			.contains("“KING” 无法识别", this.school.officer().username());
		assertThat(this.pages.get(this.school.finance(), "/funds/ledger?period=always")).hasStatus(422)
			.bodyText()
			.contains("没有办成", "资金台账");
	}

	@Test
	void whatNoKeyboardTypesIsRefusedAsARequest() {
		assertThat(this.mvc.get().uri("/students").param("q", "\0").with(Cast.as(this.school.officer())))
			.hasStatus(400);
	}

	@Test
	void aFormWithAValueThatCannotBeReadIsShownAgain() {
		assertThat(this.pages.post(this.school.auditor(), "/audit/exports", Map.of("from", "soon", "who", "测试")))
			.hasStatus(422)
			.bodyText()
			.contains("“soon” 无法识别", "value=\"测试\"");
	}

}
