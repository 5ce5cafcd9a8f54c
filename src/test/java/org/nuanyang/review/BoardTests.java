package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.PairRule;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Statements;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the board tells the committee, and what the wall shows. */
@IntegrationTest
class BoardTests {

	@Autowired
	private Pages pages;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private MeetingService meetings;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private MutableClock clock;

	@Autowired
	private Statements statements;

	private TestSchool school;

	@Autowired
	ProgrammeService programmes;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void sameFactsWithAnotherTierAreMarkedOnBoth() {
		var first = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var second = this.chain.appraised(this.school, "郑例二", CaseChain.TWO, Tier.THREE);
		this.chain.appraised(this.school, "王例三", CaseChain.THREE);
		var meeting = open();
		var page = this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=TWINS");
		assertThat(page.select("form[aria-label=评审名单] tbody tr:not(.cut)")).hasSize(2);
		assertThat(page.text()).contains("与 郑例二（五年级(2)班）情况相同，那件是三级", "与 林例一（五年级(2)班）情况相同，那件是二级")
			.doesNotContain("与 王例三");
		decide(meeting, first, Outcome.TWO, Set.of());
		decide(meeting, second, Outcome.TWO, Set.of());
		assertThat(this.pages.page(this.school.officer(), "/meetings/" + meeting).text()).doesNotContain("情况相同，那件是");
	}

	@Test
	void ofManyTwinsTwoAreNamedAndTheOthersCounted() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.THREE);
		for (var name : List.of("郑例二", "王例三", "吴例四")) {
			this.chain.appraised(this.school, name, CaseChain.TWO);
		}
		var hint = this.pages.page(this.school.officer(), "/meetings/" + open())
			.select("form[aria-label=评审名单] tr:has(a:containsOwn(林例一)) td[data-l=提示] .noprint");
		assertThat(hint.text()).contains("情况相同，那件是二级；与", "，等 3 人").containsOnlyOnce("；").doesNotContain("??");
		assertThat(hint.select(".chip")).isEmpty();
	}

	@Test
	void theWallShowsNumbersAndFactsButNobody() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.THREE);
		var meeting = open();
		var number = this.chain.one(this.school.officer(), id).number();
		var page = this.pages.page(this.school.reviewer(), "/meetings/" + meeting + "/projection");
		assertThat(page.text()).contains(number, "家庭人口 5 人", "全年收入 60,000.00 元", "一级线 70 分", "班评与建议不同", "未评审")
			.doesNotContain("??");
		assertThat(page.html()).doesNotContain("林例一", "五年级", "与家访情况相符", "/applications/");
		assertThat(this.pages.get(this.school.headTeacher(), "/meetings/" + meeting + "/projection")).hasStatus(403);
		assertThat(this.pages.get(this.school.otherOfficer(), "/meetings/" + meeting + "/projection")).hasStatus(404);
	}

	/**
	 * Also of two with one name in one class the paper says which is which (forms.md
	 * 4.4).
	 */
	@Test
	void theMinutesTellNumberVisitAndListOfEach() {
		var listed = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var namesake = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		TestDatabase
			.asOwner("insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, "
					+ "recorded_by, recorded_at) select school_id, enrolment_id, 'P01', '民政', '名单', '2026-09-01', "
					+ this.school.officer().userId() + ", now() from aid_application where id = " + listed);
		var page = this.pages.page(this.school.auditor(), "/meetings/" + open());
		assertThat(page.select("main > .onpaper").text()).startsWith("青石学校");
		assertThat(page.select("#case-" + listed + " .onpaper").eachText())
			.containsExactly(this.chain.one(this.school.officer(), listed).number(), "家访与申报部分一致； 在有效名单里");
		assertThat(page.select("#case-" + namesake + " .onpaper").eachText())
			.containsExactly(this.chain.one(this.school.officer(), namesake).number(), "家访与申报部分一致； 不在名单里");
	}

	@Test
	void whatIsSeenAfterTheMeetingDoesNotChangeItsMinutes() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		TestDatabase.asOwner("insert into home_visit select (jsonb_populate_record(null::home_visit, to_jsonb(v) || "
				+ "jsonb_build_object('id', nextval('id_seq'), 'submission', gen_random_uuid(), 'visited_on', "
				+ "'2026-10-15', 'agreement', 'NO'))).* from home_visit v where school_id = " + this.school.schoolId());
		assertThat(this.pages.page(this.school.officer(), "/meetings/" + meeting)
			.select("#case-" + id + " .onpaper")
			.text()).contains("家访与申报部分一致");
	}

	/**
	 * A stop stands between facts: it belongs to the one before, and the last has none.
	 */
	@Test
	void theFactsOnTheWallArePartedNotEnded() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var facts = this.pages.page(this.school.reviewer(), "/meetings/" + open() + "/projection")
			.select("tbody td .fact")
			.eachText();
		assertThat(facts).hasSizeGreaterThan(5).doesNotHaveDuplicates();
		assertThat(facts.subList(0, facts.size() - 1)).allMatch((fact) -> fact.endsWith("；"));
		assertThat(facts.getLast()).doesNotContain("；");
	}

	@Test
	void theProjectionTellsHowManyTwinsThereAreNotEach() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.ONE);
		for (var name : List.of("王例三", "吴例四", "周例五")) {
			this.chain.appraised(this.school, name, CaseChain.TWO);
		}
		var page = this.pages.page(this.school.reviewer(), "/meetings/" + open() + "/projection?view=TWINS");
		var hints = page.select("tbody tr:contains(情况相同而等级不同的共 3 人) td div").eachText();
		assertThat(hints).filteredOn((hint) -> hint.contains("那件是")).hasSize(2);
	}

	@Test
	void theTotalsStandBesideThoseOfTheYearBefore() {
		this.chain.passed(this.school, "林例一", CaseChain.TWO);
		TestDatabase
			.asOwner("update aid_round set school_year = 2025 where id = " + this.chain.round(this.school).id());
		this.chain.passed(this.school, "王例三", CaseChain.TWO);
		this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		var meeting = open();
		var row = this.pages.page(this.school.officer(), "/meetings/" + meeting)
			.select("section:has(#m-totals) tbody tr")
			.get(1)
			.select("th, td")
			.eachText();
		assertThat(row).startsWith("二级", "1", "1", "1");
	}

	/** The budget is the year's, so whom an earlier meeting passed counts against it. */
	@Test
	void everyProgrammeIsCountedOverTheYearNotTheMeeting() {
		this.chain.passed(this.school, "林例一", CaseChain.TWO);
		this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		for (var programme : List.of("LIVING_SUBSIDY", "TIERED_GRANT")) {
			TestDatabase.asOwner("insert into aid_round_programme (round_id, school_id, programme_id) select r.id, "
					+ "r.school_id, p.id from aid_round r, programme p where p.code = '" + programme
					+ "' and r.school_id = " + this.school.schoolId() + " on conflict do nothing");
			TestDatabase
				.asOwner("insert into fund_budget (id, school_id, programme_id, school_year, total, reason, set_by, "
						+ "set_by_name, set_at) select nextval('id_seq'), r.school_id, p.id, r.school_year, 2800, '校务会', "
						+ "r.opened_by, '某人', now() from aid_round r, programme p where p.code = '" + programme
						+ "' and r.school_id = " + this.school.schoolId());
		}
		TestDatabase.asOwner(Cases.APPROVE_BUDGETS.formatted(this.school.schoolId()));
		TestDatabase.asOwner("delete from application_programme where school_id = " + this.school.schoolId());
		var meeting = open();
		assertThat(costs(meeting)).contains("义务教育分级助学金 1 + 1 3,000.00 2,800.00 超出 200.00",
				"义务教育生活补助 1 + 1 2,500.00 2,800.00 300.00");
		rule(PairRule.HIGHER);
		try {
			assertThat(costs(meeting)).contains("义务教育分级助学金 1 + 1 3,000.00 2,800.00 超出 200.00",
					"义务教育生活补助 0 + 0 0.00 2,800.00 2,800.00");
		}
		finally {
			rule(PairRule.TOGETHER);
		}
		TestDatabase.asOwner("insert into application_programme (application_id, school_id, programme_id) select a.id, "
				+ "a.school_id, p.id from aid_application a, programme p where p.code = 'LIVING_SUBSIDY' and "
				+ "a.decided_tier is not null and a.school_id = " + this.school.schoolId());
		assertThat(costs(meeting)).contains("义务教育分级助学金 1 + 0 1,500.00 2,800.00 1,300.00",
				"义务教育生活补助 1 + 1 2,500.00 2,800.00 300.00");
	}

	private void rule(PairRule rule) {
		var pair = this.programmes.programmes()
			.stream()
			.filter((one) -> List.of("LIVING_SUBSIDY", "TIERED_GRANT").contains(one.code()))
			.toList();
		assertThat(this.pages.post(this.school.county(), "/programmes/pairs",
				Map.of("one", "" + pair.getFirst().id(), "other", "" + pair.getLast().id(), "rule", rule.name())))
			.hasStatus3xxRedirection();
	}

	private List<String> costs(long meeting) {
		return this.pages.page(this.school.officer(), "/meetings/" + meeting)
			.select("table:has(caption:contains(各项目全年金额与预算)) tbody tr")
			.eachText();
	}

	@Test
	void oneDecidedBeforeOnTheSameFactsIsMarkedToo() {
		this.chain.passed(this.school, "林例一", CaseChain.TWO);
		this.chain.appraised(this.school, "郑例二", CaseChain.TWO, Tier.THREE);
		var page = this.pages.page(this.school.officer(), "/meetings/" + open() + "?view=TWINS");
		assertThat(page.select("form[aria-label=评审名单] tbody tr:not(.cut)")).hasSize(1);
		assertThat(page.text()).contains("与 林例一（五年级(2)班）情况相同，那件是二级");
	}

	@Test
	void aBatchTellsWhatPassedAndWhatNotAndWhy() {
		var plain = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var near = this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		var early = this.chain.assessed(this.school, "王例三", CaseChain.TWO);
		var changed = this.chain.appraised(this.school, "陈例四", CaseChain.TWO);
		var meeting = open();
		var officer = this.school.officer();
		var results = officer.scope()
			.call(() -> this.decisions.decideAsSuggested(officer, meeting, List.of(plain, near, early, changed),
					new Shown(Map.of(plain, Outcome.ONE, changed, Outcome.ONE))));
		assertThat(results).extracting(BatchResult::refusal)
			.containsExactly(null, "review.batch.near", "review.batch.gone", "review.batch.changed");
		assertThat(officer.scope().call(() -> this.decisions.ofMeeting(meeting))).hasSize(1);
	}

	/** What a batch would refuse it does not promise. */
	@Test
	void aNamesakeIsNotCountedAmongThoseForABatch() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var kin = this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		TestDatabase.asOwner("insert into guardian (id, school_id, enrolment_id, position, name, relation, id_type, "
				+ "is_guardian) select nextval('id_seq'), school_id, enrolment_id, 9, '教师样三', '母亲', 'NONE', true "
				+ "from aid_application where id = " + kin);
		var page = this.pages.page(this.school.officer(), "/meetings/" + open());
		assertThat(page.select("button[name=all]").text()).isEqualTo("这里可批量的 1 人都按建议记录：二级 1");
		assertThat(page.select("#case-" + kin + " input[name=cases]")).isEmpty();
		assertThat(page.select("#case-" + kin + " td[data-l=提示]").text()).contains("与到会成员同名");
	}

	@Test
	void aBatchSaysWhatItRecordsAlsoWhereNoTierIsSuggested() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var none = this.chain.appraised(this.school, "郑例二", CaseChain.THREE);
		TestDatabase.asOwner(
				"update aid_application set points = 20, suggested_tier = null, class_tier = null where id = " + none);
		var page = this.pages.page(this.school.officer(), "/meetings/" + open());
		assertThat(page.select("button[name=all]").text()).isEqualTo("这里可批量的 2 人都按建议记录：二级 1、不予认定 1");
		assertThat(page.select("input[name=cases]").eachAttr("data-kind")).containsExactly("二级", "不予认定");
		assertThat(page.select("[aria-live=polite][data-chosen]").attr("data-text")).isEqualTo("已选 # 人：%");
		assertThat(page.text()).contains("没有建议等级的记为“不予认定”").doesNotContain("按建议等级通过", "??");
	}

	/** Of a part of the list too, a line parts who is above it from who is below. */
	@Test
	void aPartOfTheListKeepsItsLines() {
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		this.chain.appraised(this.school, "王例三", CaseChain.THREE, Tier.TWO);
		var meeting = open();
		var rows = this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=DIFFERING")
			.select("form[aria-label=评审名单] tbody tr")
			.eachText();
		assertThat(rows).hasSize(3);
		assertThat(rows.get(0)).startsWith("一级线 70 分");
		assertThat(rows.get(1)).startsWith("二级线 50 分");
		assertThat(rows.get(2)).contains("王例三");
		assertThat(this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=DIFFERING").text())
			.contains("只列出名单 3 人里的 1 人");
	}

	@Test
	void theNumberOfStatementsDoesNotGrowWithTheCases() {
		var cases = new ArrayList<Long>();
		cases.add(this.chain.appraised(this.school, "林例一", CaseChain.TWO));
		cases.add(this.chain.appraised(this.school, "郑例二", CaseChain.ONE));
		var few = open();
		cases.forEach((id) -> decide(few, id, null, Set.of("教师样三")));
		var board = this.statements.during(() -> read("/meetings/" + few));
		var wall = this.statements.during(() -> read("/meetings/" + few + "/projection"));
		for (var name : List.of("王例三", "吴例四", "周例五")) {
			var id = this.chain.appraised(this.school, name, CaseChain.TWO);
			decide(few, id, null, Set.of("教师样三"));
		}
		assertThat(this.statements.during(() -> read("/meetings/" + few))).isEqualTo(board);
		assertThat(this.statements.during(() -> read("/meetings/" + few + "/projection"))).isEqualTo(wall);
	}

	@Test
	void aRecalculationLeavesTheDecidedCaseAsItWas() {
		var id = this.chain.passed(this.school, "林例一", CaseChain.TWO);
		var before = this.chain.one(this.school.officer(), id);
		this.chain.visit(this.school, id, "200000.00");
		assertThat(
				this.pages.post(this.school.officer(), "/students/" + before.enrolmentId() + "/assessments", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(this.school.officer(), "/applications/" + id + "/assessment",
				Map.of("version", "" + before.version())))
			.hasStatus(422);
		var after = this.chain.one(this.school.officer(), id);
		assertThat(after.assessmentId()).isEqualTo(before.assessmentId());
		assertThat(after.points()).isEqualTo(before.points());
		assertThat(after.suggestedTier()).isEqualTo(before.suggestedTier());
		assertThat(after.decidedTier()).isEqualTo(Tier.TWO);
	}

	@Test
	void whoIsAwayRepresentsNobody() {
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> plan("LEADER", "LEADER", "TEACHER", "TEACHER", "TEACHER", "-PARENT"))
			.withMessage("review.meeting.kinds");
		assertThat(plan("LEADER", "LEADER", "TEACHER", "TEACHER", "PARENT", "-PARENT").members()).hasSize(6);
	}

	private void read(String address) {
		assertThat(this.pages.get(this.school.officer(), address)).hasStatusOk();
	}

	private void decide(long meeting, long id, @Nullable Outcome outcome, Set<String> recused) {
		var officer = this.school.officer();
		var suggested = this.chain.one(officer, id).suggestedTier();
		var ruling = new Ruling((outcome != null) ? outcome : Outcome.of(suggested),
				Votes.unanimous(6 - recused.size()), "核实的情况与系统建议的等级相符", recused);
		officer.scope().call(() -> {
			this.decisions.decide(officer, meeting, id, 0, ruling);
			return true;
		});
	}

	private long open() {
		var officer = this.school.officer();
		return officer.scope()
			.call(() -> this.meetings.open(officer, plan("LEADER", "LEADER", "TEACHER", "TEACHER", "PARENT", "PARENT")))
			.id();
	}

	/** Kinds of the members; one with a hyphen is away. */
	private MeetingPlan plan(String... kinds) {
		var names = List.of("杨样三", "秦样五", "教师样三", "教师样四", "家长样五", "家长样六");
		var members = new ArrayList<MeetingPlan.Member>();
		for (var n = 0; n < kinds.length; n++) {
			members.add(new MeetingPlan.Member(AttendeeKind.valueOf(kinds[n].replace("-", "")), names.get(n),
					kinds[n].startsWith("-") ? "公出" : ""));
		}
		return new MeetingPlan(this.chain.round(this.school).id(), LocalDateTime.of(2026, 10, 14, 9, 0), "第二会议室", "杨样三",
				members);
	}

}
