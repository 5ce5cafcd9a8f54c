package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

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
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 公示异议登记表: its number, handling, answer and satisfaction, and who may read the objector
 * on it.
 */
@IntegrationTest
class ObjectionRecordTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long notice;

	String objection;

	@BeforeEach
	void register() {
		this.clock.reset();
		this.school = this.cast.school();
		var round = this.cases.round(this.school);
		this.cases.passed(this.school, round, Tier.TWO, "林例一");
		this.notice = this.published.notice(this.school, round, MONDAY);
		this.clock.set(MONDAY);
		this.objection = registered();
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private String registered() {
		var form = Map.of("notice", "" + this.notice, "channel", "VISIT", "receivedOn", "2026-10-19", "line", "1",
				"kind", "FACTS", "words", "去年刚买了新车", "name", "某邻居", "contact", "19900000077", "relation", "邻居");
		var answer = this.pages.post(this.school.principal(), "/objections", new HashMap<>(form));
		assertThat(answer).hasStatus(HttpStatus.FOUND);
		return String.valueOf(answer.getResponse().getRedirectedUrl());
	}

	private MvcTestResult post(String step, Map<String, String> form) {
		return this.pages.post(this.school.counsellor(), this.objection + "/" + step, form);
	}

	private void examine() {
		assertThat(post("examination", Map.of())).hasStatus(HttpStatus.FOUND);
	}

	private MvcTestResult conclude(String outcome, String handling) {
		return post("conclusion", Map.of("means", "FILES", "finding", "查阅行驶证，车主100000198001010017", "outcome", outcome,
				"handling", handling, "task", "重新核实车辆"));
	}

	private MvcTestResult answer(String on, String satisfaction) {
		return post("answer",
				Map.of("channel", "PHONE", "answer", "车是借的，维持原结果", "answeredOn", on, "satisfaction", satisfaction));
	}

	@Test
	void theWholeRecordIsPrinted() {
		examine();
		assertThat(conclude("DISMISSED", "KEEP")).hasStatus(HttpStatus.FOUND);
		assertThat(answer("2026-10-19", "MOSTLY")).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.page(this.school.auditor(), this.objection + "/paper").select("main").text())
			.contains("异议〔2026〕1号", "公示异议登记表", "来访", "去年刚买了新车", "已登记，依规保密", "调档", "查阅行驶证，车主100****17", "不成立", "维持",
					"2026年10月19日", "电话", "车是借的，维持原结果", "基本满意", "要求复核")
			.doesNotContain("某邻居", "19900000077");
		assertThat(this.pages.page(this.school.officer(), this.objection).text()).contains("基本满意");
		registered();
		assertThat(this.pages.get(this.school.officer(), "/objections")).bodyText().contains("异议〔2026〕2号");
	}

	@Test
	void whoObjectedIsPrintedForAStatedPurposeOnly() {
		var purpose = Map.of("purpose", "归档");
		assertThat(this.pages.post(this.school.principal(), this.objection + "/paper", Map.of()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.doesNotContain("某邻居");
		var paper = this.pages.post(this.school.principal(), this.objection + "/paper", purpose);
		assertThat(paper).hasStatusOk().bodyText().contains("某邻居", "19900000077", "邻居");
		assertThat(paper.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(this.trail.entries(this.school.principal(), "objection.reporter-read")).isOne();
	}

	@Test
	void aClassTeacherNeverReadsWhoObjected() {
		var purpose = Map.of("purpose", "归档");
		assertThat(this.pages.get(this.school.headTeacher(), this.objection + "/paper"))
			.hasStatus(HttpStatus.FORBIDDEN);
		var principal = this.school.principal();
		TestDatabase
			.asOwner("insert into user_role (user_id, role) values (" + principal.userId() + ", 'HEAD_TEACHER')");
		assertThat(this.pages.post(principal, this.objection + "/paper", purpose)).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.doesNotContain("某邻居");
		assertThat(this.pages.post(this.school.otherOfficer(), this.objection + "/paper", purpose))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void handlingFitsTheOutcome() {
		examine();
		assertThat(conclude("DISMISSED", "CANCEL")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("只能是“维持”", "查阅行驶证");
		assertThat(conclude("UPHELD", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请选择拟怎样处理");
		assertThat(conclude("UPHELD", "KEEP")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("异议成立，处理不能是“维持”", "查阅行驶证");
		assertThat(conclude("UPHELD", "CANCEL")).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.page(this.school.officer(), this.objection).text()).contains("取消", "是否重新公示 是");
	}

	@Test
	void anAnswerHasADayAndASatisfaction() {
		examine();
		conclude("DISMISSED", "KEEP");
		assertThat(answer("2026-10-20", "SATISFIED")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("还没有到", "车是借的");
		assertThat(answer("2026-10-18", "SATISFIED")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("早于收到异议的日期");
		assertThat(answer("", "SATISFIED")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请填写答复日期");
		assertThat(answer("2026-10-19", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("异议人是否满意");
	}

	/**
	 * Read without signing in: what the notice must not tell, its answers must not
	 * either.
	 */
	@Test
	void anAnswerTellsNothingOfTheFamily() {
		examine();
		conclude("DISMISSED", "KEEP");
		for (var told : Map
			.of("林例一家已核实", "有名单上学生或其家长的姓名", "她父亲林样父在外务工", "姓名", "住河东路12号，已核实", "像住址的文字", "北湾村的邻居都说属实", "登记的住址",
					"父亲重病，情况属实", "困难类别或原因")
			.entrySet()) {
			assertThat(post("answer",
					Map.of("channel", "PHONE", "answer", told.getKey(), "answeredOn", "2026-10-19", "satisfaction",
							"MOSTLY")))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains(told.getValue(), told.getKey());
		}
		assertThat(answer("2026-10-19", "MOSTLY")).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void anObjectionIsEnteredOnlyWhereItCanBeTaken() {
		var form = Map.of("notice", "" + this.notice, "channel", "VISIT", "receivedOn", "2026-10-16", "line", "1",
				"kind", "PROCEDURE", "words", "没有开会");
		var path = "/notices/" + this.notice;
		var offered = "a[href^=/objections/new]";
		assertThat(this.pages.page(this.school.officer(), path).select(offered)).hasSize(1);
		this.clock.set(LocalDate.of(2026, 10, 16));
		assertThat(this.pages.page(this.school.officer(), path).select(offered)).isEmpty();
		assertThat(this.pages.get(this.school.officer(), "/objections/new?notice=" + this.notice))
			.hasRedirectedUrl(path);
		assertThat(this.pages.post(this.school.officer(), "/objections", form))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这份公示还没有开始", "没有开会");
		this.clock.set(LocalDate.of(2026, 10, 26));
		assertThat(this.pages.page(this.school.officer(), path).select(offered)).hasSize(1);
		TestDatabase
			.asOwner("update aid_application set status = 'RECOGNISED' where school_id = " + this.school.schoolId());
		assertThat(this.pages.page(this.school.officer(), path).select(offered)).isEmpty();
		assertThat(this.pages.post(this.school.officer(), "/objections", form))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void theAnswerIsDueAfterFiveWorkingDays() {
		assertThat(this.pages.get(this.school.officer(), this.objection)).bodyText().contains("还剩 7 天");
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(this.pages.get(this.school.officer(), "/objections")).bodyText().contains("还剩 2 天");
		this.clock.set(LocalDate.of(2026, 10, 26));
		assertThat(this.pages.get(this.school.officer(), "/objections")).bodyText().contains("今天到期");
		this.clock.set(LocalDate.of(2026, 10, 28));
		assertThat(this.pages.get(this.school.officer(), "/objections")).bodyText().contains("逾期 2 天");
	}

}
