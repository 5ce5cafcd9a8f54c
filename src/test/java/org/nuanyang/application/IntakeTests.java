package org.nuanyang.application;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
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

/** The three routes into a case, what is missing in it, and the form on paper. */
@IntegrationTest
class IntakeTests {

	@Autowired
	Cast cast;

	@Autowired
	CaseChain chain;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	TestSchool school;

	long round;

	@BeforeEach
	void open() {
		this.school = this.cast.school();
		this.round = this.chain.round(this.school).id();
	}

	@Test
	void aGuardiansPaperFormAsksForItsPicture() {
		var pupil = enrol("林例一");
		assertThat(create(this.school.headTeacher(), pupil, "GUARDIAN")).hasStatus3xxRedirection();
		var application = last();
		assertThat(application.route()).isEqualTo(ApplicationRoute.GUARDIAN);
		assertThat(this.pages.page(this.school.headTeacher(), "/applications/" + application.id()).text())
			.contains("本人申请", "缺材料：签字的认定申请表", "缺材料：户口簿", "家庭情况还没有填写");
	}

	@Test
	void aListOpensCasesOnlyOfWhomItNames() {
		var listed = enrol("林例一");
		var other = enrol("郑例二");
		this.pages.post(this.school.officer(), "/students/" + listed + "/categories",
				Map.of("code", "P05", "evidence", "县民政 2026 年 8 月低保名单", "validFrom", "2026-08-01"));
		var choice = this.pages.page(this.school.officer(), "/applications/new?round=" + this.round + "&route=LISTED");
		assertThat(choice.select("tbody").text()).contains("林例一").doesNotContain("郑例二");
		var refused = create(this.school.officer(), other, "LISTED");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).text()).contains("郑例二 不在有效的困难名单里");
		assertThat(create(this.school.officer(), listed, "LISTED")).hasStatus3xxRedirection();
		assertThat(last().route()).isEqualTo(ApplicationRoute.LISTED);
	}

	/** A head teacher is told of the own class, since no other stands there. */
	@Test
	void theListRouteSpeaksOfWhatItShows() {
		enrol("林例一");
		var listed = "/applications/new?round=" + this.round + "&route=LISTED";
		assertThat(this.pages.page(this.school.officer(), listed).text()).contains("全校凡在有效的", "没有在有效名单里的在校学生");
		assertThat(this.pages.page(this.school.headTeacher(), listed).text()).contains("您班上凡在有效的", "您班上没有在有效名单里的在校学生")
			.doesNotContain("全校凡");
	}

	@Test
	void theCaseSaysWhichListDecidedItToWhoMayKnow() {
		var id = this.chain.visited(this.school, "林例一", CaseChain.TWO);
		var pupil = this.chain.one(this.school.officer(), id).enrolmentId();
		this.pages.post(this.school.officer(), "/students/" + pupil + "/categories",
				Map.of("code", "P06", "evidence", "县民政 2026 年 8 月特困名单", "validFrom", "2026-08-01"));
		assertThat(this.pages.post(this.school.officer(), "/applications/" + id + "/assessment",
				Map.of("version", version(id))))
			.hasStatus3xxRedirection();
		assertThat(decision(this.school.principal(), id)).contains("依据的名单", "特困救助供养学生", "民政部门 · 2026-08-01 起",
				"县民政 2026 年 8 月特困名单");
		assertThat(decision(this.school.auditor(), id)).contains("直接认定").doesNotContain("依据的名单", "特困", "县民政");
	}

	private String decision(Actor actor, long id) {
		return this.pages.page(actor, "/applications/" + id).select("section[aria-labelledby=c-decision]").text();
	}

	@Test
	void aSchoolYearThatIsOverTakesNoMoreCases() {
		var pupil = enrol("林例一");
		TestDatabase.asOwner("update aid_round set school_year = 2025 where id = " + this.round);
		assertThat(this.pages.get(this.school.officer(), "/applications/new?round=" + this.round)).hasStatus(422)
			.bodyText()
			.contains("2025—2026 学年已经结束");
		assertThat(create(this.school.officer(), pupil, "GUARDIAN")).hasStatus(422).bodyText().contains("请在本学年的批次中提出");
		assertThat(this.pages.page(this.school.officer(), "/rounds/" + this.round).select("main a").text())
			.doesNotContain("新建认定申请");
	}

	@Test
	void aForgedRouteIsRefused() {
		assertThat(create(this.school.officer(), enrol("林例一"), "NONE")).hasStatus(422);
	}

	@Test
	void sendingBackSaysEverythingThatIsMissingAtOnce() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThat(this.pages.post(this.school.officer(), "/applications/" + id + "/correction",
				Map.of("version", version(id), "reason", "户主签字看不清")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.headTeacher(), "/applications/" + id).select(".tline").text())
			.contains("户主签字看不清（本次须一次补齐：", "缺材料：户口簿", "缺材料：病历、诊断书或残疾证", "未填：居住条件");
		var pages = List.of("/applications/" + id,
				"/students/" + this.chain.one(this.school.officer(), id).enrolmentId() + "/household/edit?year=2026");
		for (var page : pages) {
			assertThat(this.pages.page(this.school.headTeacher(), page).select(".note-warn").text()).as(page)
				.contains("已退回补正", "户主签字看不清", "缺材料：户口簿", "未填：居住条件", "重新提交");
		}
		assertThat(this.pages.post(this.school.headTeacher(), "/applications/" + id + "/submission",
				Map.of("version", version(id))))
			.hasStatus3xxRedirection();
		for (var page : pages) {
			assertThat(this.pages.page(this.school.headTeacher(), page).text()).as(page).doesNotContain("已退回补正");
		}
	}

	@Test
	void theFormIsPrintedBlankAndFilled() {
		var blank = this.pages.page(this.school.headTeacher(), "/rounds/" + this.round + "/form");
		assertThat(blank.text())
			.contains("家庭经济困难学生认定申请表", "1 学生基本情况", "2 家庭成员与经济状况", "2.1 特殊群体类型", "本人承诺以上所填写资料真实", "2,000.00")
			.doesNotContain("√");
		var id = this.chain.submitted(this.school, "林例一");
		var filled = this.pages.page(this.school.officer(), "/applications/" + id + "/form");
		assertThat(filled.text()).contains("林例一", "林样父", "34,500.00", "RD-2026-0001", "√农村").doesNotContain("??");
		assertThat(filled.text()).as("numbers are masked").doesNotContainPattern("\\d{17}[\\dX]");
		assertThat(this.trail.entries(this.school.officer(), "application.printed")).isOne();
		assertThat(this.pages.get(this.school.otherOfficer(), "/applications/" + id + "/form")).hasStatus(404);
		assertThat(this.pages.get(this.school.otherHeadTeacher(), "/applications/" + id + "/form")).hasStatus(404);
		assertThat(this.pages.get(this.school.finance(), "/applications/" + id + "/form")).hasStatus(403);
	}

	private long enrol(String name) {
		return this.pupils.enrol(this.school, this.chain.schoolClass(this.school), name);
	}

	private MvcTestResult create(Actor actor, long pupil, String route) {
		return this.pages.post(actor, "/applications",
				Map.of("round", "" + this.round, "pupils", "" + pupil, "route", route));
	}

	private CaseView last() {
		var id = this.trail.count(this.school.officer(), "select max(id) from aid_application where round_id = ?",
				this.round);
		return this.chain.one(this.school.officer(), id);
	}

	private String version(long id) {
		return "" + this.chain.one(this.school.officer(), id).version();
	}

}
