package org.nuanyang.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/** A list sent by the officer, answered by the county centre. */
@IntegrationTest
class FilingTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 24);

	@Autowired
	private Pages pages;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	FilingService filings;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	List<Long> passed;

	@BeforeEach
	void publish() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.passed = this.cases.passed(this.school, this.round, Tier.TWO, "林例一", "吴例二", "冯例三");
		this.published.notice(this.school, this.round, MONDAY);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private MvcTestResult get(Actor actor, String path) {
		return this.mvc.get().uri(path).with(as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(as(actor));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private String sent() {
		this.clock.set(SATURDAY);
		var result = post(this.school.officer(), "/filings", "round", "" + this.round, "people", "3");
		assertThat(result).hasStatus(HttpStatus.FOUND);
		return Objects.requireNonNull(result.getResponse().getHeader("Location"));
	}

	@Test
	void nothingIsSentWhileTheNoticeStands() {
		this.clock.set(MONDAY.plusDays(4));
		assertThat(get(this.school.officer(), "/filings/new?round=" + this.round)).hasStatusOk()
			.bodyText()
			.contains("现在没有可以报送的学生");
		assertThat(post(this.school.officer(), "/filings", "round", "" + this.round, "people", "3"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void afterTheNoticeTheCasesWaitToBeFiled() {
		this.clock.set(MONDAY.plusDays(4));
		assertThat(waitsFor()).isEqualTo("等公示期满 3");
		this.clock.set(SATURDAY);
		assertThat(waitsFor()).isEqualTo("等报送备案 3");
		var officer = this.school.officer();
		var cases = "/applications?round=" + this.round;
		assertThat(rows(cases + "&next=FILE")).hasSize(3).allMatch((row) -> row.endsWith("等报送备案"));
		assertThat(rows(cases + "&next=WAIT_OUT_NOTICE")).isEmpty();
		assertThat(
				Pages.page(get(officer, "/applications/" + this.passed.getFirst())).select("#c-actions + .end").text())
			.contains("等报送备案");
		var round = Pages.page(get(officer, "/rounds/" + this.round));
		assertThat(round.select("ul.todo li").eachText()).containsExactly("等报送备案资助专干 3 份");
		assertThat(round.select("ol.track li.now").text()).contains("备案", "3");
		assertThat(round.select("ol.track").text()).doesNotContain("等公示");
	}

	private String waitsFor() {
		return Pages.page(get(this.school.officer(), "/applications?round=" + this.round)).select(".filters").text();
	}

	private List<String> rows(String path) {
		return Pages.page(get(this.school.officer(), path)).select("tbody tr").eachText();
	}

	@Test
	void anOpenObjectionKeepsACaseBack() {
		this.cases.set(this.school, this.passed.getFirst(), "OBJECTED");
		this.clock.set(SATURDAY);
		assertThat(get(this.school.officer(), "/filings/new?round=" + this.round)).bodyText()
			.contains("吴例二")
			.doesNotContain("林例一");
	}

	@Test
	void theOfficerSendsWhatWasCountedAndItIsFrozen() {
		this.clock.set(SATURDAY);
		assertThat(get(this.school.officer(), "/filings/new?round=" + this.round)).hasStatusOk()
			.bodyText()
			.contains("一级 0 人、二级 3 人");
		assertThat(post(this.school.officer(), "/filings", "round", "" + this.round, "people", "2"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("名单现在是 3 人");
		var path = sent();
		assertThat(this.passed)
			.allSatisfy((one) -> assertThat(this.cases.status(this.school, one)).isEqualTo("RECOGNISED"));
		var filing = get(this.school.officer(), path);
		assertThat(filing).hasStatusOk();
		assertThat(Pages.sent(filing)).contains("备案〔2026〕1号")
			.contains("与报送时一致")
			.containsPattern("1000\\*{10}\\w{4}")
			.doesNotContainPattern("\\d{17}[\\dX]");
		assertThat(post(this.school.officer(), "/filings", "round", "" + this.round, "people", "3"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void theCentreAcceptsOnceAndTheSchoolSeesIt() {
		var path = sent();
		assertThat(get(this.school.county(), "/filings")).bodyText().contains("已报送，待接收").contains(path);
		assertThat(post(this.school.county(), path + "/acceptance")).hasStatus(HttpStatus.FOUND);
		assertThat(get(this.school.officer(), path)).bodyText().contains("已备案").contains("生成资助资格（3）");
		assertThat(post(this.school.county(), path + "/return", "reason", "有误"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已经答复过");
	}

	@Test
	void aReturnedListMayBeSentAgain() {
		var path = sent();
		assertThat(post(this.school.county(), path + "/return")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明退回原因");
		assertThat(post(this.school.county(), path + "/return", "reason", "第 2 人学校有误")).hasStatus(HttpStatus.FOUND);
		assertThat(get(this.school.officer(), path)).bodyText().contains("已退回").contains("第 2 人学校有误");
		assertThat(get(this.school.officer(), "/")).bodyText()
			.contains("县退回 3 人，待更正后重新报送", "href=\"" + path + "\"")
			.doesNotContain("公示期满，待报送备案");
		assertThat(get(this.school.officer(), path)).bodyText().contains("更正后重新报送（3）");
		assertThat(post(this.school.officer(), "/filings", "round", "" + this.round, "people", "3"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明更正了什么");
		var again = post(this.school.officer(), "/filings", "round", "" + this.round, "people", "3", "corrected",
				"已更正学校名称")
			.getResponse()
			.getHeader("Location");
		assertThat(again).isNotNull().isNotEqualTo(path);
		assertThat(get(this.school.county(), Objects.requireNonNull(again))).bodyText()
			.contains("备案〔2026〕2号", "更正：已更正学校名称")
			.doesNotContain("更正后重新报送");
		assertThat(get(this.school.officer(), path)).bodyText().doesNotContain("更正后重新报送（");
		assertThat(get(this.school.county(), path + "/answer")).hasRedirectedUrl(path);
	}

	@Test
	void theWorkbookMasksTheIds() throws Exception {
		var path = sent();
		assertThat(this.pages.post(this.school.county(), path + "/export", Map.of("columns", "NAME"))).hasStatus(422)
			.bodyText()
			.contains("请选择事由");
		var workbook = this.pages.exported(this.school.county(), path + "/export");
		assertThat(workbook).hasStatusOk();
		var rows = Workbook.read(workbook.getResponse().getContentAsByteArray()).sheets().getFirst().rows();
		assertThat(rows).hasSize(5);
		assertThat(rows.getLast().cell(0).text()).contains("导出人：贺例山", "上级检查或报送");
		assertThat(rows.get(1).cell(3).text()).matches("1000\\*{10}\\w{4}");
	}

	@Test
	void onlyItsOwnPeopleReachIt() {
		var path = sent();
		assertThat(get(this.school.district(), path)).hasStatusOk().bodyText().doesNotContain("接收备案</button>");
		assertThat(get(this.school.otherOfficer(), path)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(this.school.headTeacher(), path)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(this.school.officer(), path + "/acceptance")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(this.school.district(), path + "/acceptance")).hasStatus(HttpStatus.FORBIDDEN);
		var stranger = this.cast.school().county();
		assertThat(post(stranger, path + "/acceptance")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(stranger, path + "/export")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void notEvenTheOwnerEditsARowThatWasSent() {
		var id = sent().substring("/filings/".length());
		assertThatThrownBy(() -> TestDatabase.asOwner("update filing_row set tier = 'ONE' where filing_id = " + id))
			.hasMessageContaining("never changed");
		assertThatThrownBy(() -> TestDatabase.asOwner("delete from filing_row where filing_id = " + id))
			.hasMessageContaining("never changed");
	}

}
