package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An objection to no line, upheld: what is done, by whom and by when, for the pupil who
 * was missed or about the whole notice. No word of a case that there is not.
 */
@IntegrationTest
class ObjectionMeasureTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Pupils pupils;

	@Autowired
	Published published;

	@Autowired
	NoticeService notices;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	long theCase;

	long notice;

	@BeforeEach
	void publish() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.theCase = this.cases.passed(this.school, this.round, Tier.TWO, "林例一").getFirst();
		this.notice = this.published.notice(this.school, this.round, MONDAY);
		this.clock.set(MONDAY);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	/** Entered by the principal, taken up by the counsellor. */
	private String examined(String kind) {
		var form = Map.of("notice", "" + this.notice, "channel", "VISIT", "receivedOn", "2026-10-19", "kind", kind,
				"words", "五年级(2)班的郑例二没有上名单");
		var registered = this.pages.post(this.school.principal(), "/objections", new HashMap<>(form));
		assertThat(registered).hasStatus(HttpStatus.FOUND);
		var path = String.valueOf(registered.getResponse().getRedirectedUrl());
		assertThat(this.pages.post(this.school.counsellor(), path + "/examination", Map.of()))
			.hasStatus(HttpStatus.FOUND);
		return path;
	}

	private MvcTestResult conclude(String path, Map<String, String> more) {
		var form = new HashMap<>(Map.of("means", "FILES", "finding", "查阅名册，情况属实", "outcome", "UPHELD"));
		form.putAll(more);
		return this.pages.post(this.school.counsellor(), path + "/conclusion", form);
	}

	private Map<String, String> measure(String field, String value) {
		return Map.of("measure", "通知家长补交申请", "measureBy", "资助专干沈老师", "measureDue", "2026-10-30", field, value);
	}

	@Test
	void whoMayExamineWhereTheLeadersMayNotHearsOfIt() {
		examined("MISSED");
		assertThat(this.pages.page(this.school.officer(), "/messages").text()).contains("登记了一件异议");
		assertThat(this.pages.page(this.school.counsellor(), "/messages").text()).contains("登记了一件异议");
		assertThat(this.pages.page(this.school.headTeacher(), "/messages").text()).doesNotContain("登记了一件异议");
	}

	@Test
	void aMissedChildLeadsToAnApplication() {
		var path = examined("MISSED");
		var form = this.pages.page(this.school.counsellor(), path + "/conclusion");
		assertThat(form.text()).contains("漏掉的学生", "由谁办", "何时办完").doesNotContain("移出", "调级", "取消");
		assertThat(form.select("[name=handling], [name=task], [name=anew]")).isEmpty();
		assertThat(conclude(path, Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明漏掉的是哪名学生", "请写明采取什么措施", "请写明由谁办", "请填写何时办完", "查阅名册");
		assertThat(conclude(path, measure("pupil", "郑例二"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("本校在读学生里没有找到", "通知家长补交申请");
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var six = this.pupils.classOf(this.school, 6, 1, this.school.otherHeadTeacher());
		var missed = this.pupils.enrol(this.school, five, "郑例二");
		this.pupils.enrol(this.school, six, "郑例二");
		assertThat(conclude(path, measure("pupil", "郑例二"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("有 2 名同名的学生");
		assertThat(conclude(path, measure("handling", "CANCEL"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(conclude(path, measure("pupil", "郑例二 五年级(2)班"))).hasStatus(HttpStatus.FOUND);
		assertThat(this.trail.entries(this.school.counsellor(), "objection.concluded")).isOne();
		var open = "/applications/new?round=" + this.round + "&class=" + five.id() + "&pupils=" + missed;
		var shown = this.pages.page(this.school.officer(), path);
		assertThat(shown.text()).contains("郑例二 五年级(2)班", "还没有提出申请", "通知家长补交申请", "资助专干沈老师，2026年10月30日前办完", "是否重新公示 否");
		assertThat(shown.select("a[href^=/applications/new]").attr("href")).isEqualTo(open);
		assertThat(this.pages.page(this.school.counsellor(), path).select("a[href^=/applications/new]")).isEmpty();
		assertThat(this.pages.page(this.school.auditor(), path + "/paper").select("main").text())
			.contains("不涉及某一件申请", "郑例二 五年级(2)班", "通知家长补交申请")
			.doesNotContain("处理 维持");
		assertThat(this.pages.page(this.school.officer(), "/").text()).contains("漏掉的学生待提出申请");
		assertThat(this.pages.get(this.school.officer(), open)).hasStatusOk();
		this.cases.passed(this.school, this.round, Tier.TWO, missed, five.id());
		assertThat(this.pages.page(this.school.officer(), "/").text()).doesNotContain("漏掉的学生待提出申请");
		assertThat(this.pages.page(this.school.officer(), path).text()).contains("查看认定申请");
	}

	@Test
	void howTheListCameAboutIsPutRightAndAllPublishedAnew() {
		var path = examined("PROCEDURE");
		assertThat(
				this.pages.page(this.school.counsellor(), path + "/conclusion").select("[name=handling], [name=pupil]"))
			.isEmpty();
		assertThat(conclude(path, Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请选择整份公示要不要撤下、重新公示", "请写明采取什么措施");
		assertThat(conclude(path, measure("anew", "true"))).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.page(this.school.officer(), path).text()).contains("是否重新公示 是，原公示还没有撤下")
			.doesNotContain("处理 ");
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(this.school.officer().scope().call(() -> this.notices.concluded(this.school.officer(), this.round)))
			.isEmpty();
		var home = this.pages.page(this.school.officer(), "/");
		assertThat(home.text()).contains("公示待撤下重新公示");
		var withdraw = "/notices/" + this.notice + "/withdrawal";
		assertThat(this.pages.page(this.school.officer(), path).select("main a[href=" + withdraw + "]").text())
			.isEqualTo("撤下原公示");
		assertThat(this.pages.page(this.school.counsellor(), path).select("a[href=" + withdraw + "]")).isEmpty();
		assertThat(home.select("a[href=" + withdraw + "]")).isNotEmpty();
		assertThat(this.pages.page(this.school.officer(), "/notices/" + this.notice).select("a[href$=withdrawal]"))
			.hasSize(1);
		assertThat(this.pages.post(this.school.officer(), withdraw, Map.of("reason", "评议程序重做")))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.cases.status(this.school, this.theCase)).isEqualTo("PASSED");
		assertThat(this.pages.page(this.school.officer(), path).text()).contains("是，原公示已撤下");
		assertThat(this.pages.page(this.school.officer(), "/").text()).doesNotContain("公示待撤下重新公示");
		assertThat(this.pages.page(this.school.auditor(), path + "/paper").select("main").text()).contains("是，原公示已撤下");
	}

	@Test
	void whatIsNotUpheldAsksForNothing() {
		var path = examined("PROCEDURE");
		var form = new HashMap<>(measure("anew", "true"));
		form.put("outcome", "DISMISSED");
		assertThat(conclude(path, form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("不写漏掉的学生、措施和重新公示", "通知家长补交申请");
		assertThat(conclude(path, Map.of("outcome", "DISMISSED"))).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.page(this.school.officer(), path).text()).contains("是否重新公示 否");
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(this.school.officer().scope().call(() -> this.notices.concluded(this.school.officer(), this.round)))
			.hasSize(1);
	}

}
