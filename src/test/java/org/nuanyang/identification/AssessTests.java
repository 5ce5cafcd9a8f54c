package org.nuanyang.identification;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@IntegrationTest
class AssessTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	IdentificationService identification;

	TestSchool school;

	long pupil;

	@BeforeEach
	void enrol() {
		this.school = this.cast.school();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, five, "林例一");
	}

	@Test
	void verifiedFactsLeadToATierAndThePageSaysWhy() {
		verify(facts());
		assertThat(assess(this.school.officer())).hasStatus3xxRedirection();
		var assessment = latest();
		assertThat(assessment.total()).isEqualByComparingTo("68");
		assertThat(assessment.suggested()).isEqualTo(Tier.TWO);
		assertThat(assessment.ruleSetVersion()).isOne();
		assertThat(this.trail.entries(this.school.officer(), "identification.assessed")).isOne();
		var page = this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/assessments");
		assertThat(page.text()).contains("得 68 分（满分 100）", "二级", "临界：距一级差 2 分",
				"1.22 倍（人均 7,920.00 元 ÷ 低保线 6,480.00 元）", "材料", "“人均年收入 ÷ 低保线”还可增加 8 分", "成绩、品行和消费情况不计分");
		assertThat(page.select("table tbody tr")).hasSize(7);
	}

	@Test
	void theParentsReadItInPlainWordsWithoutPoints() {
		var paper = "/students/" + this.pupil + "/assessments/paper";
		assertThat(this.pages.get(this.school.officer(), paper)).hasStatus(404);
		verify(facts());
		assess(this.school.officer());
		var text = this.pages.page(this.school.headTeacher(), paper).select(".paper").text();
		assertThat(text).contains("林例一（五年级(2)班）的家长", "建议等级为：二级", "影响较大", "有可能调整为一级", "人均年收入 ÷ 低保线", "经办人", "监护人")
			.doesNotContain("68 分", "100 分", "满分");
		assertThat(this.trail.entries(this.school.headTeacher(), "identification.explained")).isOne();
		assertThat(this.pages.get(this.school.otherHeadTeacher(), paper)).hasStatus(404);
		assertThat(this.pages.get(this.school.reviewer(), paper)).hasStatus(403);
	}

	@Test
	void aCategoryEntitlesWithoutScoring() {
		this.pages.post(this.school.officer(), "/students/" + this.pupil + "/categories",
				Map.of("code", "P07", "evidence", "孤儿证", "validFrom", "2026-01-01"));
		assess(this.school.officer());
		assertThat(latest().suggested()).isEqualTo(Tier.ONE);
		assertThat(latest().total()).isNull();
		assertThat(this.pages.page(this.school.officer(), "/students/" + this.pupil + "/assessments").text())
			.contains("属于“孤儿”，按规定直接认定");
	}

	@Test
	void whoMayNotSeeTheCategoryReadsThatItEntitlesAndNotWhich() {
		this.pages.post(this.school.officer(), "/students/" + this.pupil + "/categories",
				Map.of("code", "P07", "evidence", "孤儿证", "validFrom", "2026-01-01"));
		assess(this.school.officer());
		assertThat(this.pages.page(this.school.auditor(), "/students/" + this.pupil + "/assessments").text())
			.contains("属于“按权限不显示的类型”，按规定直接认定")
			.doesNotContain("孤儿");
		assertThat(this.pages.page(this.school.auditor(), "/students/" + this.pupil + "/household").text())
			.contains("没有登记困难类型（按权限不显示的除外）")
			.doesNotContain("孤儿");
	}

	@Test
	void headingsOnPaperAreNumberedWithoutAGap() {
		this.pages.post(this.school.officer(), "/students/" + this.pupil + "/categories",
				Map.of("code", "P07", "evidence", "孤儿证", "validFrom", "2026-01-01"));
		assess(this.school.officer());
		var paper = this.pages.page(this.school.officer(), "/students/" + this.pupil + "/assessments/paper");
		assertThat(paper.select(".paper h2").eachText()).containsExactly("一、结果", "二、什么情况会改变结果");
		// Whoever finds the sheet must not learn it.
		assertThat(paper.text()).contains("按规定直接认定的情形，不需要评分，建议等级为：一级").doesNotContain("孤儿");
	}

	@Test
	void factsThatNobodyVerifiedAreNamed() {
		var answer = assess(this.school.officer());
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("还没有核实：家庭人口、全年收入。请先家访或登记核实结果，再测算。");
	}

	@Test
	void aNewAssessmentLeavesTheFormerAsItWas() {
		verify(facts());
		assess(this.school.officer());
		var first = latest();
		var richer = facts();
		richer.put("facts[YEARLY_INCOME]", "200000");
		verify(richer);
		assess(this.school.officer());
		assertThat(latest().suggested()).isEqualTo(Tier.THREE);
		var officer = this.school.officer();
		assertThat(officer.scope().call(() -> this.identification.assessment(officer, first.id()))).isEqualTo(first);
		assertThatException()
			.isThrownBy(() -> TestDatabase.asOwner("update assessment set suggested = 'ONE' where id = " + first.id()));
		assertThatException()
			.isThrownBy(() -> TestDatabase.asOwner("update rule_set set body = '{}' where school_year = 2026"));
	}

	@Test
	void othersMayNot() {
		verify(facts());
		assertThat(assess(this.school.otherHeadTeacher())).hasStatus(404);
		assertThat(assess(this.school.otherOfficer())).hasStatus(404);
		assertThat(assess(this.school.finance())).hasStatus(403);
		assertThat(assess(this.school.reviewer())).hasStatus(403);
		assess(this.school.officer());
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from assessment")).isZero();
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from verified_fact")).isZero();
	}

	@Test
	void aVisitIsNoSourceAtTheDesk() {
		var form = facts();
		form.put("source", "VISIT");
		assertThat(this.pages.post(this.school.officer(), "/students/" + this.pupil + "/household/facts", form))
			.hasStatus(422);
	}

	private void verify(Map<String, String> form) {
		assertThat(this.pages.post(this.school.officer(), "/students/" + this.pupil + "/household/facts", form))
			.hasStatus3xxRedirection();
	}

	private MvcTestResult assess(Actor actor) {
		return this.pages.post(actor, "/students/" + this.pupil + "/assessments", Map.of());
	}

	private AssessmentView latest() {
		var officer = this.school.officer();
		return officer.scope()
			.call(() -> this.identification.latest(officer, this.pupil, new SchoolYear(2026)).orElseThrow());
	}

	private static Map<String, String> facts() {
		var form = new LinkedHashMap<String, String>();
		form.put("source", "DOCUMENT");
		form.put("facts[YEARLY_INCOME]", "39600");
		form.put("facts[HOUSEHOLD_SIZE]", "5");
		form.put("facts[SEVERELY_ILL]", "1");
		form.put("facts[MILDLY_ILL]", "1");
		form.put("facts[MEDICAL_SELF_PAID]", "18000");
		form.put("facts[WORKERS]", "1.5");
		form.put("facts[EMPLOYMENT]", "SEASONAL");
		form.put("facts[IN_COMPULSORY]", "2");
		form.put("facts[SUDDEN_EVENTS]", "ILLNESS");
		form.put("facts[SUDDEN_LOSS]", "18000");
		form.put("facts[FAMILY_STRUCTURE]", "ONE_AWAY");
		form.put("facts[HOUSING]", "SIMPLE");
		return form;
	}

}
