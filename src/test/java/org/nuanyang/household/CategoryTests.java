package org.nuanyang.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CategoryTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	HouseholdService households;

	TestSchool school;

	long pupil;

	@BeforeEach
	void enrol() {
		this.school = this.cast.school();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, five, "王例一");
	}

	@Test
	void officerRecordsACategoryWithTheDictionarysDepartment() {
		assertThat(record(this.school.officer(), "P05")).hasStatus3xxRedirection();
		var held = held(this.school.officer()).getFirst();
		assertThat(held.authority()).isEqualTo("民政部门");
		assertThat(held.isValidOn(MutableClock.START)).isTrue();
		assertThat(this.trail.entries(this.school.officer(), "household.category-recorded")).isOne();
		assertThat(this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/household").text())
			.contains("最低生活保障家庭学生", "县民政 2026 年 8 月低保名单");
	}

	@Test
	void theSameCategoryTwiceAtOnceIsRefused() {
		record(this.school.officer(), "P05");
		var again = record(this.school.officer(), "P05");
		assertThat(again).hasStatus(422);
		assertThat(Pages.page(again).text()).contains("不用重复登记");
		assertThat(Pages.page(again).select("#evidence").val()).isEqualTo("县民政 2026 年 8 月低保名单");
	}

	@Test
	void headTeacherRecordsCareButNotMoney() {
		assertThat(record(this.school.headTeacher(), "P05")).hasStatus(422);
		assertThat(record(this.school.headTeacher(), "G01")).hasStatus3xxRedirection();
		assertThat(record(this.school.otherHeadTeacher(), "G07")).hasStatus(404);
		assertThat(record(this.school.finance(), "G07")).hasStatus(403);
	}

	@Test
	void restrictedCategoriesAreForPsychologyTeacherAndPrincipal() {
		assertThat(record(this.school.officer(), "G05")).hasStatus(422);
		assertThat(record(this.school.counsellor(), "G05")).hasStatus3xxRedirection();
		assertThat(held(this.school.principal())).hasSize(1);
		assertThat(held(this.school.officer())).isEmpty();
		assertThat(held(this.school.headTeacher())).isEmpty();
	}

	@Test
	void psychologyTeacherRecordsAndEndsFromThePupilsFile() {
		var counsellor = this.school.counsellor();
		record(this.school.officer(), "P05");
		var file = "/students/" + this.pupil;
		var open = this.pages.page(counsellor, file).select(".filehead a:contains(登记困难类型)").attr("href");
		var form = this.pages.page(counsellor, open).select("form[action$=/categories]");
		assertThat(form.select("option[value^=P]")).isEmpty();
		assertThat(this.pages.post(counsellor, form.attr("action"),
				Map.of("code", "G05", "evidence", "心理教师评估", "validFrom", "2026-10-01")))
			.hasRedirectedUrl(file);
		var card = this.pages.page(counsellor, file).select("section[aria-labelledby=h-categories]");
		assertThat(card.text()).contains("心理教师评估", "最低生活保障家庭学生");
		assertThat(card.select("form")).as("what the officer recorded is the officer's to end").hasSize(1);
		var proof = card.select(".held:contains(心理教师评估) a").attr("href");
		assertThat(this.pages.page(counsellor, proof).select("#attachments form")).isNotEmpty();
		assertThat(this.pages.post(counsellor, card.select("form").attr("action"),
				Map.of("lastDay", "2026-10-13", "reason", "状况已好转")))
			.hasRedirectedUrl(file);
		var after = this.pages.page(counsellor, file).select("section[aria-labelledby=h-categories]");
		assertThat(after.select("form")).isEmpty();
		assertThat(after.select(".held:contains(心理教师评估)").text()).contains("已结束");
		assertThat(this.trail.entries(counsellor, "household.category-ended")).isOne();
	}

	@Test
	void onlyThePsychologyTeacherHasThatDoorAndNoHouseholdBehindIt() {
		var file = "/students/" + this.pupil;
		var page = this.pages.page(this.school.counsellor(), file);
		assertThat(page.select("a[href*=/household], section[aria-labelledby=household], section[aria-labelledby=aid]"))
			.isEmpty();
		assertThat(page.select("main").text()).doesNotContain("家庭情况摘要", "应发", "元");
		assertThat(this.pages.get(this.school.counsellor(), file + "/household")).hasStatus(403);
		for (var other : List.of(this.school.officer(), this.school.headTeacher(), this.school.principal(),
				this.school.county(), this.school.district(), this.school.auditor())) {
			assertThat(this.pages.page(other, file).select("section[aria-labelledby=h-categories]")).isEmpty();
			assertThat(this.pages.page(other, file).select("a[href$=/categories/new]")).isEmpty();
		}
	}

	@Test
	void endingACategoryKeepsItOnRecord() {
		record(this.school.officer(), "P02");
		var id = held(this.school.officer()).getFirst().id();
		var refused = this.pages.post(this.school.officer(), "/categories/" + id + "/end",
				Map.of("lastDay", "2026-10-01", "reason", ""));
		assertThat(refused).hasStatus(422);
		assertThat(this.pages.post(this.school.officer(), "/categories/" + id + "/end",
				Map.of("lastDay", "2026-10-01", "reason", "长".repeat(201))))
			.hasStatus(422)
			.bodyText()
			.contains("原因超过 200 字");
		var ended = this.pages.post(this.school.officer(), "/categories/" + id + "/end",
				Map.of("lastDay", "2026-10-01", "reason", "风险消除"));
		assertThat(ended).hasStatus3xxRedirection();
		assertThat(held(this.school.officer()).getFirst().isValidOn(LocalDate.of(2026, 10, 2))).isFalse();
		assertThat(this.trail.entries(this.school.officer(), "household.category-ended")).isOne();
		assertThat(this.pages.post(this.school.otherOfficer(), "/categories/" + id + "/end",
				Map.of("lastDay", "2026-10-01", "reason", "x")))
			.hasStatus(404);
	}

	@Test
	void pupilListFiltersByCategoryButNotByWhatOneMayNotSee() {
		record(this.school.officer(), "P05");
		record(this.school.counsellor(), "G05");
		assertThat(this.pages.page(this.school.officer(), "/students?category=P05").text()).contains("王例一");
		assertThat(this.pages.page(this.school.officer(), "/students?category=P06").text()).doesNotContain("王例一");
		assertThat(this.pages.page(this.school.officer(), "/students?category=G05").select(".filters .tag")).isEmpty();
	}

	@Test
	void theProofIsAsSecretAsTheCategory() {
		record(this.school.officer(), "P07");
		record(this.school.counsellor(), "G05");
		var orphan = held(this.school.officer()).getFirst().id();
		var mind = held(this.school.counsellor()).stream()
			.filter((it) -> it.code().equals("G05"))
			.findFirst()
			.orElseThrow();
		assertThat(this.pages.page(this.school.officer(), "/categories/" + orphan).select("#attachments form"))
			.isNotEmpty();
		assertThat(this.pages.page(this.school.reviewer(), "/categories/" + orphan).select("#attachments form"))
			.isEmpty();
		assertThat(this.pages.get(this.school.auditor(), "/categories/" + orphan)).hasStatus(404);
		assertThat(this.pages.get(this.school.officer(), "/categories/" + mind.id())).hasStatus(404);
		assertThat(this.pages.get(this.school.principal(), "/categories/" + mind.id())).hasStatusOk();
		assertThat(this.pages.get(this.school.otherOfficer(), "/categories/" + orphan)).hasStatus(404);
		assertThat(this.pages.get(this.school.otherHeadTeacher(), "/categories/" + orphan)).hasStatus(404);
	}

	private MvcTestResult record(Actor actor, String code) {
		return this.pages.post(actor, "/students/" + this.pupil + "/categories",
				Map.of("code", code, "evidence", "县民政 2026 年 8 月低保名单", "validFrom", "2026-08-01"));
	}

	private List<CategoryView> held(Actor actor) {
		return actor.scope().call(() -> this.households.categories(actor, this.pupil));
	}

}
