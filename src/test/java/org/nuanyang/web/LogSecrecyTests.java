package org.nuanyang.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whoever reads the log learns that something happened, never about whom. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class LogSecrecyTests {

	private static final String CARD = "6210000000000000017";

	private static final String PHONE = "19900007654";

	private static final String TYPED = "Sunshine-typed-as-name-7";

	@Autowired
	private Cast cast;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void namesNumbersAndPasswordsStayOutOfTheLog(CapturedOutput log) {
		var school = this.cast.school();
		var officer = school.officer();
		var five = this.pupils.classOf(school, 5, 2, school.headTeacher());
		var pupil = this.pupils.enrol(school, five, "钱密样");
		var number = this.pages.post(officer, "/students/" + pupil + "/reveals",
				Map.of("field", "ID", "purpose", "CHECK_DOCUMENT"));
		assertThat(number).hasStatusOk();
		assertThat(Pages.page(number).text()).contains("钱密样");
		var form = Map.of("holder", "钱密样", "relation", "SELF", "bankName", PHONE, "account", CARD);
		this.pages.post(officer, "/students/" + pupil + "/payee", form);
		this.pages.post(officer, "/students", Map.of("name", "孙密样", "phone", PHONE, "idNumber", CARD));
		this.pages.post(officer, "/students", Map.of("classId", PHONE + PHONE, "name", "孙密样"));
		this.pages.get(officer, "/students?class=" + PHONE + PHONE);
		refuseImport(officer);
		failToSignIn();
		breakAPage(school);
		assertThat(log.getAll()).contains("E-")
			.doesNotContain("钱密样", "孙密样", "李密样", CARD, PHONE, TYPED, Cast.PASSWORD, pupilNumber(number));
	}

	/** A row that the database refuses is otherwise quoted in full. */
	@Test
	void theDatabaseDoesNotQuoteWhatItRefuses() {
		assertThatException()
			.isThrownBy(() -> this.jdbc.sql("insert into county (id, name) values (?, ?)")
				.params(Arrays.asList(null, "钱密样"))
				.update())
			.withMessageContaining("null value")
			.withMessageNotContaining("钱密样");
	}

	private static String pupilNumber(MvcTestResult shown) {
		var found = Pattern.compile("100000\\d{11}[\\dX]").matcher(Pages.page(shown).text());
		assertThat(found.find()).isTrue();
		return found.group();
	}

	private void refuseImport(Actor officer) {
		var rows = "姓名,身份证件号,性别\n李密样," + CARD + ",女\n";
		var file = new MockMultipartFile("file", "李密样.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
		this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(file)
			.param("kind", "roster")
			.with(Cast.as(officer))
			.exchange();
		var torn = new MockMultipartFile("file", "李密样.xlsx", "text/csv", new byte[] { 'P', 'K', 3, 4, 0, 0 });
		this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(torn)
			.param("kind", "roster")
			.with(Cast.as(officer))
			.exchange();
	}

	private void failToSignIn() {
		this.mvc.post().uri("/login").with(csrf()).param("username", TYPED).param("password", TYPED).exchange();
	}

	/** A fault of ours: its cause is in the log beside its number. */
	private void breakAPage(TestSchool school) {
		var answer = this.mvc.get()
			.uri("/error")
			.with(Cast.as(school.officer()))
			.requestAttr("jakarta.servlet.error.status_code", 500)
			.requestAttr("jakarta.servlet.error.request_uri", "/students/7")
			.requestAttr("jakarta.servlet.error.exception", new IllegalStateException("at the third row"))
			.exchange();
		assertThat(answer).hasStatus(500);
	}

}
