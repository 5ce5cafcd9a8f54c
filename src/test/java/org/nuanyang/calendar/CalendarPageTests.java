package org.nuanyang.calendar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The county keeps the calendar; everybody reads it. */
@IntegrationTest
class CalendarPageTests {

	private static final String YEAR = """
			日期,安排,名称
			2031-01-01,放假,元旦
			2031-05-01,放假,劳动节
			2031-10-01,放假,国庆节
			2031-10-11,调休上班,国庆节
			""";

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
	}

	/** The calendar belongs to all tests of the run. */
	@AfterEach
	void takeTheYearBack() {
		TestDatabase.asOwner("delete from calendar_day where year = 2031 or day = date '2026-11-18'");
		TestDatabase.asOwner("delete from calendar_year where year = 2031");
		TestDatabase.asOwner("delete from term_date where first_year = 2031");
	}

	@Test
	void aYearThatWasNotEnteredIsSaidPlainly() {
		assertThat(this.pages.page(this.school.officer(), "/calendar?year=2031").text()).contains("还没有录入2031年的工作日历");
		assertThat(mark(this.school.county(), "2031-03-03", "HOLIDAY", "停课")).hasStatus(422)
			.bodyText()
			.contains("还没有录入2031年的工作日历");
	}

	@Test
	void theCountyTakesALaterYearOverAfterLookingAtIt() {
		var county = this.school.county();
		var review = read(county, YEAR);
		assertThat(review).hasStatusOk().bodyText().contains("将保存 2031 年的 4 天安排");
		assertThat(this.pages.page(county, "/calendar?year=2031").text()).contains("还没有录入2031年");
		var text = Pages.page(review).select("[name=text]").val();
		assertThat(this.pages.post(county, "/calendar/years", Map.of("text", text)))
			.hasRedirectedUrl("/calendar?year=2031");
		assertThat(this.pages.page(this.school.officer(), "/calendar?year=2031").text()).contains("国庆节")
			.doesNotContain("还没有录入2031年");
		assertThat(this.trail.entries(county, "calendar.year.imported")).isOne();
	}

	@Test
	void shippedHolidaysAreNamedInTheReadersLanguage() {
		assertThat(this.mvc.get()
			.uri("/calendar?year=2026")
			.cookie(new Cookie("language", "en"))
			.with(Cast.as(this.school.officer()))
			.exchange()).bodyText().contains("Spring Festival", "National Day").doesNotContain("春节");
	}

	@Test
	void aFileWithFaultsSavesNothing() {
		var county = this.school.county();
		var review = read(county, YEAR.replace("2031-10-01,放假", "2031-10-01,也许"));
		assertThat(review).hasStatus(422).bodyText().contains("安排“也许”看不懂", "没有 2031-10-01 的放假安排");
		assertThat(Pages.page(review).select("form[action$=years]")).isEmpty();
		assertThat(this.pages.post(county, "/calendar/years", Map.of("text", "2031-02-30,放假,春节"))).hasStatus(422);
		assertThat(read(county, "%PDF-1.7")).hasStatus(422);
		assertThat(this.pages.page(county, "/calendar?year=2031").text()).contains("还没有录入2031年");
		assertThat(this.trail.entries(county, "calendar.year.imported")).isZero();
	}

	@Test
	void aFileWithoutAnyDayLeavesTheFormAndSaysWhereAndWhy() {
		var county = this.school.county();
		for (var file : new String[][] { { "", "这个文件是空的" }, { "<html><body>x</body></html>", "其实是网页" },
				{ "2027-13-45,放假,元旦", "第 1 行：“2027-13-45”不是日历上有的日期。请写成 2027-01-01 的样子" },
				{ "日期,安排,名称\n元旦,放假,元旦", "第 2 行：“元旦”不是日历上有的日期" }, { "放假安排", "文件里没有找到日期" } }) {
			var answer = read(county, file[0]);
			assertThat(answer).as(file[0]).hasStatus(422);
			var page = Pages.page(answer);
			assertThat(page.select("main, .note-risk").text()).contains(file[1]).doesNotContain("0年");
			assertThat(page.select("form[action$=imports] input[type=file]")).hasSize(1);
			assertThat(page.select("form[action$=years]")).isEmpty();
		}
		assertThat(this.pages.post(county, "/calendar/imports", Map.of())).hasStatus(422).bodyText().contains("没有选择文件");
		assertThat(this.trail.entries(county, "calendar.year.imported")).isZero();
	}

	@Test
	void aSingleDayIsMarkedAndMadePlainAgain() {
		var county = this.school.county();
		assertThat(mark(county, "2026-11-18", "HOLIDAY", "停电检修")).hasRedirectedUrl("/calendar?year=2026");
		assertThat(this.pages.page(county, "/calendar?year=2026").text()).contains("停电检修");
		assertThat(mark(county, "2026-11-18", "WORKDAY", "补课")).hasStatus(422).bodyText().contains("这一天不是周末");
		assertThat(mark(county, "2026-11-18", "HOLIDAY", "")).hasStatus(422).bodyText().contains("没有填名称");
		assertThat(mark(county, "", "HOLIDAY", "停课")).hasStatus(422);
		assertThat(mark(county, "2026-11-18", "", "")).hasRedirectedUrl("/calendar?year=2026");
		assertThat(this.pages.page(county, "/calendar?year=2026").text()).doesNotContain("停电检修");
		assertThat(this.trail.entries(county, "calendar.day.marked")).isEqualTo(2);
	}

	@Test
	void theTermsOfALaterYearAreSetInOrder() {
		var county = this.school.county();
		assertThat(terms(county, "2031-09-01", "2032-01-16", "2032-02-16", "2032-07-03")).hasRedirectedUrl("/calendar");
		assertThat(this.pages.page(this.school.officer(), "/calendar").text()).contains("2031—2032");
		assertThat(terms(county, "2031-09-01", "2032-03-16", "2032-02-16", "2032-07-03")).hasStatus(422);
		assertThat(terms(county, "2031-09-01", "2031-08-31", "2032-02-16", "2032-07-03")).hasStatus(422);
		assertThat(terms(county, "2031-09-01", "", "2032-02-16", "2032-07-03")).hasStatus(422);
		assertThat(this.pages.get(county, "/calendar/terms/1900")).hasStatus(404);
		assertThat(this.trail.entries(county, "calendar.term.set")).isOne();
	}

	@Test
	void onlyTheCountyChangesIt() {
		for (var actor : new Actor[] { this.school.officer(), this.school.district(), this.school.admin(),
				this.school.auditor() }) {
			assertThat(mark(actor, "2026-11-18", "HOLIDAY", "停课")).hasStatus(403);
			assertThat(read(actor, YEAR)).hasStatus(403);
			assertThat(terms(actor, "2031-09-01", "2032-01-16", "2032-02-16", "2032-07-03")).hasStatus(403);
			assertThat(this.pages.page(actor, "/calendar").select("main form[method=post]")).isEmpty();
		}
	}

	private MvcTestResult mark(Actor actor, String day, String kind, String name) {
		return this.pages.post(actor, "/calendar/days", Map.of("day", day, "kind", kind, "name", name));
	}

	private MvcTestResult read(Actor actor, String text) {
		return this.mvc.post()
			.uri("/calendar/imports")
			.multipart()
			.file(new MockMultipartFile("file", "2031.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
			.with(Cast.as(actor))
			.exchange();
	}

	private MvcTestResult terms(Actor actor, String... days) {
		var form = new HashMap<String, String>();
		form.put("autumnFirst", days[0]);
		form.put("autumnLast", days[1]);
		form.put("springFirst", days[2]);
		form.put("springLast", days[3]);
		return this.pages.post(actor, "/calendar/terms/2031", form);
	}

}
