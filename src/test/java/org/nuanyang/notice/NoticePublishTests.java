package org.nuanyang.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.Place;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/** A notice from the draft to its end, as officer, principal and the public meet it. */
@IntegrationTest
class NoticePublishTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	NoticeBoard board;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	List<Long> passed;

	@BeforeEach
	void passThree() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.passed = this.cases.passed(this.school, this.round, Tier.TWO, "林例一", "吴例二", "冯例三");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private MvcTestResult post(Actor actor, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(as(actor));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private long drafted() {
		var result = post(this.school.officer(), "/notices", "round", "" + this.round, "opensOn", MONDAY.toString(),
				"workingDays", "5", "office", "学校学生资助办公室", "contactName", "沈样一", "contactPhone", "0900-0000000");
		assertThat(result).hasStatus(HttpStatus.FOUND);
		return id(result);
	}

	private static String location(MvcTestResult result) {
		return Objects.requireNonNull(result.getResponse().getHeader("Location"));
	}

	private static long id(MvcTestResult result) {
		return Long.parseLong(location(result).substring("/notices/".length()));
	}

	private long submitted() {
		var id = drafted();
		assertThat(post(this.school.officer(), "/notices/" + id + "/check")).hasStatus(HttpStatus.FOUND);
		assertThat(post(this.school.officer(), "/notices/" + id + "/submission")).hasStatus(HttpStatus.FOUND);
		return id;
	}

	private long published() {
		var id = submitted();
		assertThat(post(this.school.principal(), "/notices/" + id + "/approval")).hasStatus(HttpStatus.FOUND);
		return id;
	}

	private MvcTestResult read(long id) {
		return this.mvc.get().uri("/public/notices/" + id).exchange();
	}

	@Test
	void whileOneIsInHandTheFormOfAnotherLeadsToIt() {
		var id = drafted();
		assertThat(this.mvc.get().uri("/notices/new?round=" + this.round).with(as(this.school.officer())).exchange())
			.hasRedirectedUrl("/notices/" + id);
	}

	@Test
	void opensAndClosesByTheClock() throws Exception {
		var id = published();
		assertThat(this.passed)
			.allSatisfy((one) -> assertThat(this.cases.status(this.school, one)).isEqualTo("ON_NOTICE"));
		assertThat(post(this.school.principal(), "/notices/" + id + "/approval"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已经批准发布");
		assertThat(read(id)).hasStatus(HttpStatus.NOT_FOUND);
		this.clock.set(MONDAY);
		assertThat(read(id)).hasStatusOk();
		this.clock.set(LocalDate.of(2026, 10, 23));
		assertThat(read(id)).hasStatusOk();
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(read(id)).hasStatus(HttpStatus.GONE);
		assertThat(read(id).getResponse().getContentAsString()).doesNotContain("林例一").contains("公示已撤下");
		assertThat(this.mvc.get().uri("/public/notices/" + id + "/print").exchange()).hasStatus(HttpStatus.GONE);
	}

	@Test
	void theWholeWeekOfNationalDayIsLeftOut() throws Exception {
		this.clock.set(LocalDate.of(2026, 9, 29));
		var result = post(this.school.officer(), "/notices", "round", "" + this.round, "opensOn", "2026-09-30",
				"workingDays", "5", "office", "办公室", "contactName", "沈样一", "contactPhone", "0900-0000000");
		var id = id(result);
		var page = this.mvc.get().uri("/notices/" + id).with(as(this.school.officer())).exchange();
		// 30 September, 8, 9, 10 (a made-up Saturday) and 12 October.
		assertThat(page.getResponse().getContentAsString()).contains("2026年10月12日");
	}

	@Test
	void isReadWithoutSigningInAndKeptByNobody() throws Exception {
		var id = published();
		this.clock.set(MONDAY);
		var response = read(id).getResponse();
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(response.getHeader("X-Robots-Tag")).contains("noindex");
		var page = Jsoup.parse(response.getContentAsString());
		assertThat(page.select("h1").text()).isEqualTo("2026—2027学年家庭经济困难学生认定结果公示");
		assertThat(page.select("tbody tr").eachText()).containsExactlyInAnyOrder("1 冯例三 五年级 (2)班", "2 林例一 五年级 (2)班",
				"3 吴例二 五年级 (2)班");
		assertThat(page.text()).contains("0900-0000000").contains("沈样一").contains("5 个工作日").doesNotContain("二级");
		assertThat(this.mvc.get().uri("/public/notices").exchange().getResponse().getContentAsString())
			.contains("/public/notices/" + id);
	}

	@Test
	void thePrintCarriesNoMoreThanThePage() throws Exception {
		var id = published();
		this.clock.set(MONDAY);
		var print = Jsoup.parse(
				this.mvc.get().uri("/public/notices/" + id + "/print").exchange().getResponse().getContentAsString());
		assertThat(print.select("tbody tr").eachText()).hasSize(3)
			.allMatch((row) -> row.matches("\\d \\S+ 五年级 \\(2\\)班"));
		assertThat(print.select(".docno").text()).endsWith("公示〔2026〕1号");
	}

	/** The file needs the sheet also afterwards; who finds it must not post it again. */
	@Test
	void theSheetOfOneThatEndedSaysSo() {
		var id = published();
		this.clock.set(LocalDate.of(2026, 10, 23));
		assertThat(sheet(this.school.officer(), id)).contains("打印版").contains("公示〔2026〕1号").doesNotContain("存档凭据");
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(sheet(this.school.auditor(), id)).contains("打印存档稿")
			.contains("公示已于 2026年10月23日 期满结束", "林例一", "公示〔2026〕1号");
	}

	@Test
	void theSheetOfOneThatWasTakenDownSaysSo() {
		var id = published();
		this.clock.set(LocalDate.of(2026, 10, 20));
		assertThat(post(this.school.principal(), "/notices/" + id + "/withdrawal", "reason", "名单有误"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(sheet(this.school.officer(), id)).contains("打印存档稿").contains("公示已于 2026年10月20日 提前撤下");
		assertThat(this.mvc.get().uri("/notices/" + id + "/print").with(as(this.school.otherOfficer())))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/notices/" + id + "/print").with(as(this.school.headTeacher())))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aDraftHasNoSheet() {
		var id = submitted();
		assertThat(this.mvc.get().uri("/notices/" + id + "/print").with(as(this.school.officer())))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(this.school.officer(), "/notices/" + id).select("a[href$=/print]")).isEmpty();
	}

	/** The words on the button of the notice's page, and those of the sheet behind it. */
	private String sheet(Actor actor, long id) {
		var button = page(actor, "/notices/" + id).select("a[href$=/print]");
		return button.text() + " " + page(actor, button.attr("href")).text();
	}

	private Document page(Actor actor, String path) {
		var answer = this.mvc.get().uri(path).with(as(actor)).exchange();
		assertThat(answer).hasStatusOk();
		return Pages.page(answer);
	}

	@Test
	void keepsWhoPublishedWhenAndWhat() {
		var id = published();
		var history = this.school.officer().scope().call(() -> this.board.show(this.school.officer(), id)).history();
		var approval = history.getFirst();
		assertThat(approval.action()).isEqualTo(NoticeAction.APPROVE);
		assertThat(approval.actorName()).isEqualTo(this.school.principal().name());
		assertThat(approval.sha256()).matches("[0-9a-f]{64}");
		var text = this.school.officer().scope().call(() -> this.board.publishedText(this.school.officer(), id));
		assertThat(text).contains("公示〔2026〕1号")
			.contains("冯例三\t五年级\t(2)班")
			.doesNotContainPattern(Pattern.compile("\\d{11}"));
	}

	@Test
	void nobodyApprovesTheOwnDraft() {
		var both = this.cast.person(
				new org.nuanyang.org.Place(null, null, this.school.schoolId(), "",
						java.util.Set.of(this.school.schoolId())),
				org.nuanyang.kernel.Role.OFFICER, org.nuanyang.kernel.Role.PRINCIPAL);
		var result = post(both, "/notices", "round", "" + this.round, "opensOn", MONDAY.toString(), "workingDays", "5",
				"office", "办公室", "contactName", "沈样一", "contactPhone", "0900-0000000");
		var path = location(result);
		post(both, path + "/check");
		post(both, path + "/submission");
		assertThat(post(both, path + "/approval")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("您参与了这份公示的拟稿");
	}

	@Test
	void refusesFewDaysDaysOffAndThePast() {
		assertThat(drafting("workingDays", "4")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("5 到 60");
		assertThat(drafting("opensOn", "2026-10-18")).bodyText().contains("2026-10-18 不是工作日");
		assertThat(drafting("opensOn", "2026-10-13")).bodyText().contains("已经过去");
		assertThat(drafting("opensOn", "2026-12-30")).bodyText().contains("2027年的工作日历");
		assertThat(drafting("contactPhone", "请问老师")).bodyText().contains("电话应为");
	}

	@Test
	void aMobileNumberIsPublishedOnlyOnceConfirmed() {
		assertThat(drafting("contactPhone", "19900000077")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("公示后任何人可见", "name=\"mobileConfirmed\"", "19900000077");
		var result = post(this.school.officer(), "/notices", "round", "" + this.round, "opensOn", MONDAY.toString(),
				"workingDays", "5", "office", "办公室", "contactName", "沈样一", "contactPhone", "19900000077",
				"mobileConfirmed", "true");
		assertThat(result).hasStatus(HttpStatus.FOUND);
		assertThat(this.mvc.get().uri(location(result)).with(as(this.school.officer())).exchange()).bodyText()
			.contains("联系电话是手机号码");
	}

	private MvcTestResult drafting(String name, String value) {
		var values = new LinkedHashMap<>(Map.of("round", "" + this.round, "opensOn", MONDAY.toString(), "workingDays",
				"5", "office", "办公室", "contactName", "沈样一", "contactPhone", "0900-0000000"));
		values.put(name, value);
		return post(this.school.officer(), "/notices",
				values.entrySet()
					.stream()
					.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()))
					.toArray(String[]::new));
	}

	@Test
	void aSecondDraftAndANoticeOfNobodyAreRefused() {
		var begun = drafted();
		assertThat(this.mvc.get().uri("/notices/new").with(as(this.school.officer())).exchange())
			.hasRedirectedUrl("/notices/" + begun);
		assertThat(this.mvc.get().uri("/notices/" + begun + "/check").with(as(this.school.officer())).exchange())
			.hasRedirectedUrl("/notices/" + begun);
		assertThat(drafting("workingDays", "6")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已有一份公示");
	}

	@Test
	void thePrincipalSendsItBackWithAReason() {
		var id = submitted();
		assertThat(post(this.school.principal(), "/notices/" + id + "/correction"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明原因");
		assertThat(post(this.school.principal(), "/notices/" + id + "/correction", "reason", "联系电话有误"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.mvc.get().uri("/notices/" + id).with(as(this.school.officer())).exchange()).bodyText()
			.contains("联系电话有误")
			.contains("拟稿");
	}

	@Test
	void aListThatChangedSinceIsNotPublished() {
		var id = submitted();
		this.cases.set(this.school, this.passed.getFirst(), "NOT_PASSED");
		assertThat(post(this.school.principal(), "/notices/" + id + "/approval"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("有变化");
	}

	@Test
	void aWithdrawnNoticeIsGoneAndItsCasesMayStandOnAnother() {
		var id = published();
		this.clock.set(MONDAY);
		assertThat(post(this.school.officer(), "/notices/" + id + "/withdrawal"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(this.school.officer(), "/notices/" + id + "/withdrawal", "reason", "误".repeat(201)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("原因超过 200 字");
		assertThat(post(this.school.officer(), "/notices/" + id + "/withdrawal", "reason", "名单有误"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(read(id)).hasStatus(HttpStatus.GONE).bodyText().doesNotContain("名单有误");
		var again = this.mvc.get().uri("/notices/" + id + "/withdrawal").with(as(this.school.officer())).exchange();
		assertThat(again).hasRedirectedUrl("/notices/" + id);
		assertThat(post(this.school.officer(), "/notices/" + id + "/withdrawal", "reason", "名单有误"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不能这样办理")
			.doesNotContain("撤下公示</button>");
		assertThat(this.cases.status(this.school, this.passed.getFirst())).isEqualTo("PASSED");
		this.clock.set(LocalDate.of(2026, 10, 16));
		assertThat(published()).isNotEqualTo(id);
	}

	@Test
	void isForbiddenToOthers() {
		var id = submitted();
		assertThat(post(this.school.officer(), "/notices/" + id + "/approval")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(this.school.headTeacher(), "/notices", "round", "" + this.round))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/notices/" + id).with(as(this.school.otherOfficer())).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(this.school.otherOfficer(), "/notices/" + id + "/withdrawal", "reason", "x"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(read(id)).hasStatus(HttpStatus.NOT_FOUND);
	}

}
