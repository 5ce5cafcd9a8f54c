package org.nuanyang.visit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanyang.household.Circumstances;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactSource;
import org.nuanyang.household.HouseholdDeclaration;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.household.Member;
import org.nuanyang.household.MemberHealth;
import org.nuanyang.household.Relation;
import org.nuanyang.household.Residence;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@IntegrationTest
@RecordApplicationEvents
class VisitRecordTests {

	private static final SchoolYear YEAR = new SchoolYear(2026);

	@Autowired
	private OrgService orgs;

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	VisitService visits;

	@Autowired
	HouseholdService households;

	@Autowired
	ApplicationEvents events;

	TestSchool school;

	long pupil;

	@BeforeEach
	void enrol() {
		this.school = this.cast.school();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, five, "林例一");
		this.pages.post(this.school.officer(), "/students/" + this.pupil + "/categories",
				Map.of("code", "P05", "evidence", "低保名单", "validFrom", "2026-08-01"));
	}

	@Test
	void aVisitVerifiesFactsAndIsNoLongerDue() {
		var head = this.school.headTeacher();
		assertThat(this.pages.page(head, "/visits").text()).contains("还需家访 1 户", "林例一");
		assertThat(this.pages.page(head, "/visits/new?student=" + this.pupil).select("section")).hasSize(6);
		assertThat(post(head, form())).hasStatus3xxRedirection();
		assertThat(visited()).isTrue();
		var facts = head.scope().call(() -> this.households.facts(head, this.pupil, YEAR));
		assertThat(facts.get(FactCode.YEARLY_INCOME)).get()
			.satisfies((fact) -> assertThat(fact.value()).isEqualTo("39600.00"))
			.satisfies((fact) -> assertThat(fact.source()).isEqualTo(FactSource.VISIT))
			.satisfies((fact) -> assertThat(fact.verifiedBy()).isEqualTo(head.name()));
		assertThat(facts.get(FactCode.DEBT)).isEmpty();
		assertThat(this.pages.page(head, "/visits").text()).contains("还需家访 0 户", "部分一致");
		assertThat(this.events.stream(VisitRecorded.class).filter((event) -> event.enrolmentId() == this.pupil))
			.hasSize(1);
		assertThat(this.trail.entries(head, "visit.recorded")).isOne();
		assertThat(this.trail.entries(head, "household.verified")).isOne();
	}

	@Test
	void thePrintedRecordNamesTheSchoolAndIsSignedByHand() {
		var visit = Objects.requireNonNull(post(this.school.headTeacher(), form()).getResponse().getRedirectedUrl());
		var page = this.pages.page(this.school.headTeacher(), visit);
		assertThat(page.select("main > .onpaper").text()).isNotEmpty()
			.isSubstringOf(page.select(".scope .school").text());
		assertThat(page.select(".minutes-sign li").eachText()).hasSize(3).anyMatch((line) -> line.startsWith("家长"));
		assertThat(page.select("input[type=file]")).isNotEmpty()
			.allSatisfy((file) -> assertThat(file.closest(".noprint")).isNotNull());
	}

	@Test
	void aLaterVisitTakesForceAndTheFormerStaysOnRecord() {
		post(this.school.headTeacher(), form());
		var second = form();
		second.put("facts[YEARLY_INCOME]", "41000");
		post(this.school.headTeacher(), second);
		var head = this.school.headTeacher();
		var facts = head.scope().call(() -> this.households.facts(head, this.pupil, YEAR));
		assertThat(facts.get(FactCode.YEARLY_INCOME)).get().extracting("value").isEqualTo("41000.00");
		assertThat(this.trail.count(head, "select count(*) from verified_fact where enrolment_id = ? and code = ?",
				this.pupil, "YEARLY_INCOME"))
			.isEqualTo(2);
	}

	@Test
	void whatIsMissingIsToldAtOnceAndNothingTypedIsLost() {
		var form = form();
		form.remove("agreement");
		form.remove("alarm");
		form.put("secondVisitor", "");
		form.put("facts[MEDICAL_SELF_PAID]", "18000000");
		form.put("childAtHome", "作业在饭桌上写");
		form.put("day", "2026-10-15");
		form.put("followUpOn", "2026-10-13");
		form.put("begun", "23:00");
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.text()).contains("家访日期不能晚于今天", "跟进日期不能早于家访日期", "结束时间", "请选择与申报是否一致。", "每次家访都要回答", "请填写同行教师姓名",
				"可能多输了 0");
		assertThat(page.select("[role=alert] a").eachAttr("href")).isNotEmpty()
			.allSatisfy((link) -> assertThat(page.getElementById(link.substring(1))).as(link).isNotNull());
		// In the order of the form, however they were found.
		var fields = page.select("#visit [id]").eachAttr("id");
		assertThat(page.select("[role=alert] a").eachAttr("href"))
			.extracting((link) -> fields.indexOf(link.substring(1)))
			.isSorted()
			.hasSizeGreaterThan(5);
		assertThat(page.select("#childAtHome").val()).isEqualTo("作业在饭桌上写");
		assertThat(page.select("[name='facts[YEARLY_INCOME]']").val()).isEqualTo("39600");
		assertThat(page.select("[name=purposes][checked]").eachAttr("value")).containsExactly("ECONOMY");
		assertThat(visited()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "day, 2026-13-01", "begun, 下午三点", "followUpOn, 下周", "kind, X", "alarm, X" })
	void whatCannotBeReadIsToldAndNothingTypedIsLost(String field, String text) {
		var form = form();
		form.put("childAtHome", "作业在饭桌上写");
		form.put(field, text);
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select("[role=alert] a[href=#" + field + "]")).isNotEmpty();
		assertThat(page.select("#childAtHome").val()).isEqualTo("作业在饭桌上写");
		assertThat(page.select("[name=purposes][checked]").eachAttr("value")).containsExactly("ECONOMY");
		assertThat(visited()).isFalse();
	}

	@Test
	void aDifferenceIsExplainedAndTheSecondVisitorIsSomebodyElse() {
		var form = form();
		form.put("difference", "");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("请写明哪里不一致");
		form = form();
		form.put("secondVisitor", this.school.headTeacher().name().replaceAll("[0-9]", ""));
		assertThat(visited()).isFalse();
		form.put("day", "2026-10-15");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("家访日期不能晚于今天");
		form.put("day", "2026-10-14");
		form.put("ended", "09:31");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("结束时间还没有到");
		form.put("day", "2025-10-13");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("家访日期在一年以前");
		assertThat(visited()).isFalse();
	}

	@Test
	void theEconomyIsNotVerifiedWithoutAFigure() {
		var form = form();
		form.put("kind", "PHONE");
		form.put("facts[HOUSEHOLD_SIZE]", " ");
		form.put("facts[YEARLY_INCOME]", "");
		form.put("agreement", "YES");
		form.put("difference", "");
		form.put("childAtHome", "作业在饭桌上写");
		var refused = post(this.school.headTeacher(), form);
		assertThat(refused).hasStatus(422);
		var page = Pages.page(refused);
		assertThat(page.text()).contains("没有填任何核实的数据，不能算核查过");
		assertThat(page.select("[role=alert] a[href=#purposes]")).isNotEmpty();
		assertThat(page.select("#childAtHome").val()).isEqualTo("作业在饭桌上写");
		assertThat(visited()).isFalse();
		form.put("purposes", "ROUTINE");
		assertThat(post(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(visited()).isTrue();
	}

	@Test
	void nobodyLooksForAColleagueInAHouseholdRegister() {
		var form = form();
		form.put("secondVisitor", "曹样六(2)");
		form.put("interviewee", "林样父=1");
		var told = Pages.page(post(this.school.headTeacher(), form)).text();
		assertThat(told).contains("同行教师姓名里有不该出现的字符", "被访人姓名里有不该出现的字符").doesNotContain("户口簿");
	}

	@Test
	void figuresThatDifferDoNotAgree() {
		var head = this.school.headTeacher();
		var father = new Member("林样父", Relation.FATHER, 40, "", "务工", Yuan.of("34500.00"), MemberHealth.HEALTHY);
		var mother = new Member("林样母", Relation.MOTHER, 38, "", "务农", Yuan.ZERO, MemberHealth.HEALTHY);
		head.scope()
			.call(() -> this.households.declare(head, this.pupil, YEAR, new HouseholdDeclaration(Residence.RURAL,
					List.of(father, mother), Map.of(), new Circumstances("", "", "", "", "", "", "无"))));
		var form = form();
		form.put("agreement", "YES");
		form.put("difference", "");
		form.put("childAtHome", "作业在饭桌上写");
		var refused = post(head, form);
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).text()).contains("核实的数据有 2 处与申报不同",
				"家庭人口（申报 3 人，核实 5 人）、全年收入（申报 34,500.00 元，核实 39,600.00 元）");
		assertThat(Pages.page(refused).select("#childAtHome").val()).isEqualTo("作业在饭桌上写");
		form.put("facts[HOUSEHOLD_SIZE]", "3");
		form.put("facts[YEARLY_INCOME]", "34500");
		form.put("agreement", "NO");
		form.put("difference", "无");
		assertThat(Pages.page(post(head, form)).text()).contains("核实的数据与申报没有不同");
		assertThat(visited()).isFalse();
		form.put("agreement", "YES");
		form.put("difference", "");
		assertThat(post(head, form)).hasStatus3xxRedirection();
	}

	@Test
	void theSameFormTwiceIsOneVisit() {
		var form = form();
		post(this.school.headTeacher(), form);
		assertThat(post(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(this.trail.count(this.school.headTeacher(), "select count(*) from home_visit")).isOne();
	}

	@Test
	void anAlarmIsReadByPrincipalAndPsychologyTeacherOnly() {
		var form = form();
		form.put("alarm", "FOUND");
		assertThat(post(this.school.headTeacher(), form)).hasStatus(422);
		form.put("alarmFinding", "手臂有多处旧伤");
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus3xxRedirection().redirectedUrl().startsWith("/visits/emergency?visit=");
		var emergency = String.valueOf(answer.getResponse().getRedirectedUrl());
		var record = "/visits/" + emergency.substring(emergency.indexOf('=') + 1);
		assertThat(this.pages.page(this.school.headTeacher(), emergency).select("a[href=" + record + "]")).hasSize(1);
		assertThat(this.pages.page(this.school.headTeacher(), "/visits/emergency").select("a[href='tel:110']"))
			.hasSize(1);
		assertThat(this.pages.page(this.school.principal(), "/visits/alarms").text()).contains("林例一", "手臂有多处旧伤");
		assertThat(this.pages.page(this.school.counsellor(), "/visits/alarms").text()).contains("手臂有多处旧伤");
		for (var other : new Actor[] { this.school.headTeacher(), this.school.officer(), this.school.reviewer() }) {
			assertThat(this.pages.get(other, "/visits/alarms")).hasStatus(403);
		}
		var visit = this.trail.count(this.school.officer(), "select max(id) from home_visit");
		assertThat(this.pages.page(this.school.officer(), "/visits/" + visit).text()).contains("林例一")
			.doesNotContain("旧伤", "报告");
		assertThat(this.trail.entries(this.school.principal(), "visit.alarms-read")).isOne();
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from visit_alarm")).isZero();
	}

	@Test
	void anAlarmWaitsUntilItIsReported() {
		var form = form();
		form.put("alarm", "FOUND");
		form.put("alarmFinding", "手臂有多处旧伤");
		post(this.school.headTeacher(), form);
		for (var told : List.of(this.school.principal(), this.school.counsellor())) {
			assertThat(this.pages.page(told, "/").text()).contains("须立即报告的情形：1 件尚未报告").doesNotContain("旧伤");
			assertThat(this.pages.page(told, "/messages").text()).contains("家访发现须立即报告的情形").doesNotContain("旧伤", "林例一");
		}
		var alarm = this.trail.count(this.school.principal(), "select max(id) from visit_alarm");
		var steps = "/visits/alarms/" + alarm + "/steps";
		assertThat(this.pages.page(this.school.counsellor(), steps + "/new").select("input[name=kind]")).hasSize(5);
		var answer = Map.of("kind", "UNFOUNDED", "day", "2026-10-14", "time", "08:00", "note", "问过家长，是摔伤");
		refused(this.school.counsellor(), steps, answer, "只能由校长核实后登记", "问过家长，是摔伤");
		refused(this.school.principal(), steps, with(answer, "day", "2026-10-15"), "这个时间还没有到");
		refused(this.school.principal(), steps, with(answer, "day", "2026-10-01"), "早了 3 天以上");
		refused(this.school.principal(), steps, with(answer, "time", "早上"), "时间");
		refused(this.school.principal(), steps, Map.of(), "请选择做了什么", "请填写日期", "请填写时间", "请写明向谁报告");
		assertThat(this.pages.post(this.school.counsellor(), steps, with(answer, "kind", "RESCUE")))
			.hasRedirectedUrl("/visits/alarms");
		assertThat(this.pages.page(this.school.principal(), "/").text()).contains("1 件尚未报告");
		assertThat(this.pages.post(this.school.principal(), steps, with(answer, "kind", "POLICE")))
			.hasRedirectedUrl("/visits/alarms");
		assertThat(this.pages.page(this.school.principal(), "/").text()).doesNotContain("尚未报告");
		assertThat(this.pages.page(this.school.counsellor(), "/visits/alarms").text()).contains("已送医或救助", "已向公安机关报案",
				"问过家长，是摔伤");
		assertThat(this.trail.entries(this.school.principal(), "visit.alarm-answered")).isOne();
		assertThatException().isThrownBy(() -> TestDatabase.asOwner("delete from visit_alarm_step"));
	}

	@Test
	void nobodyElseAnswersAnAlarm() {
		var form = form();
		form.put("alarm", "FOUND");
		form.put("alarmFinding", "手臂有多处旧伤");
		post(this.school.headTeacher(), form);
		var alarm = this.trail.count(this.school.principal(), "select max(id) from visit_alarm");
		var steps = "/visits/alarms/" + alarm + "/steps";
		assertThat(this.pages.post(this.school.headTeacher(), steps, Map.of())).hasStatus(403);
		assertThat(this.pages.post(this.school.officer(), steps, Map.of())).hasStatus(403);
		var elsewhere = this.cast.school().principal();
		assertThat(this.pages.post(elsewhere, steps, Map.of())).hasStatus(404);
		assertThat(this.pages.get(elsewhere, steps + "/new")).hasStatus(404);
		assertThat(this.trail.count(this.school.principal(), "select count(*) from visit_alarm_step")).isZero();
	}

	private void refused(Actor actor, String path, Map<String, String> form, String... words) {
		var answer = this.pages.post(actor, path, form);
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).select("main").outerHtml()).contains(words);
	}

	private static Map<String, String> with(Map<String, String> form, String field, String value) {
		var changed = new HashMap<>(form);
		changed.put(field, value);
		return changed;
	}

	@Test
	void whoTeachesAClassBesidesReadsTheAlarmsOfTheOthersToo() {
		var form = form();
		form.put("alarm", "FOUND");
		form.put("alarmFinding", "手臂有多处旧伤");
		post(this.school.headTeacher(), form);
		var both = this.cast.person(this.orgs.place(null, null, this.school.schoolId()), Role.COUNSELLOR,
				Role.HEAD_TEACHER);
		assertThat(this.pages.page(both, "/visits/alarms").text()).contains("林例一", "手臂有多处旧伤");
	}

	@Test
	void psychologicalTextIsForTheVisitorAndThePrincipal() {
		var form = form();
		form.put("observation", "提到母亲时不说话");
		post(this.school.headTeacher(), form);
		var visit = this.trail.count(this.school.officer(), "select max(id) from home_visit");
		assertThat(this.pages.page(this.school.headTeacher(), "/visits/" + visit).text()).contains("提到母亲时不说话");
		assertThat(this.pages.page(this.school.principal(), "/visits/" + visit).text()).contains("提到母亲时不说话");
		assertThat(this.pages.page(this.school.officer(), "/visits/" + visit).text()).contains("林例一")
			.doesNotContain("提到母亲时不说话");
	}

	@Test
	void othersMayNot() {
		assertThat(post(this.school.otherHeadTeacher(), form())).hasStatus(404);
		assertThat(post(this.school.otherOfficer(), form())).hasStatus(404);
		assertThat(post(this.school.principal(), form())).hasStatus(403);
		post(this.school.headTeacher(), form());
		var visit = this.trail.count(this.school.officer(), "select max(id) from home_visit");
		assertThat(this.pages.get(this.school.otherHeadTeacher(), "/visits/" + visit)).hasStatus(404);
		assertThat(this.pages.get(this.school.finance(), "/visits/" + visit)).hasStatus(403);
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from home_visit")).isZero();
	}

	private static Map<String, String> form() {
		var form = new LinkedHashMap<String, String>();
		form.put("submission", UUID.randomUUID().toString());
		form.put("kind", "ON_SITE");
		form.put("day", "2026-10-14");
		form.put("begun", "08:20");
		form.put("ended", "09:05");
		form.put("secondVisitor", "曹样六");
		form.put("interviewee", "林样父");
		form.put("intervieweeRelation", "父亲");
		form.put("purposes", "ECONOMY");
		form.put("facts[HOUSEHOLD_SIZE]", "5");
		form.put("facts[YEARLY_INCOME]", "39600");
		form.put("facts[DEBT]", "");
		form.put("agreement", "PARTLY");
		form.put("difference", "收入比申报多 5,100 元");
		form.put("alarm", "NONE");
		return form;
	}

	private MvcTestResult post(Actor actor, Map<String, String> form) {
		return this.pages.post(actor, "/visits?student=" + this.pupil, form);
	}

	private boolean visited() {
		return this.school.officer().scope().call(() -> this.visits.visited(this.pupil, YEAR));
	}

}
