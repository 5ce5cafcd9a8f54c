package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundStep;
import org.nuanyang.award.AwardBoardingService;
import org.nuanyang.award.Ground;
import org.nuanyang.award.AwardService;
import org.nuanyang.filing.FilingAnswers;
import org.nuanyang.filing.FilingService;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.PairRule;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One recognition, two programmes: each granted and paid by its own standards and rules.
 */
@IntegrationTest
@Import(Payday.class)
class SecondProgrammeTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Cases cases;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Published published;

	@Autowired
	private RoundService rounds;

	@Autowired
	private FilingService filings;

	@Autowired
	private FilingAnswers answers;

	@Autowired
	private AwardService awards;

	@Autowired
	private AwardBoardingService boarding;

	@Autowired
	private FundService funds;

	@Autowired
	private ProgrammeService programmes;

	@Autowired
	private PairService pairs;

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	private long grant;

	private long subsidy;

	private long pupil;

	private long theCase;

	private long filing;

	@BeforeEach
	void fileOnePupilWhoAsksForBoth() {
		this.school = this.cast.school();
		this.clock.reset();
		this.grant = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		this.subsidy = this.programmes.programme(ProgrammeService.LIVING_SUBSIDY).id();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, five, "林例一");
		var officer = this.school.officer();
		var round = officer.scope().call(() -> this.rounds.open(officer, plan())).id();
		this.theCase = this.cases.passed(this.school, round, Tier.THREE, this.pupil, five.id());
		this.published.notice(this.school, round, LocalDate.of(2026, 10, 19));
		this.clock.set(Payday.DAY);
		this.filing = officer.scope().call(() -> this.filings.send(officer, round, 1));
		this.school.county().scope().run(() -> this.answers.accept(this.school.county(), this.filing));
		officer.scope().run(() -> this.awards.grant(officer, this.filing));
	}

	private RoundPlan plan() {
		var steps = new HashMap<RoundStep, RoundPlan.Dates>();
		Arrays.stream(RoundStep.values())
			.forEach((step) -> steps.put(step,
					new RoundPlan.Dates(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31))));
		return new RoundPlan(Payday.YEAR, "2026—2027学年认定", 5, steps, Set.of(this.grant, this.subsidy));
	}

	@AfterEach
	void backToHowItWas() {
		rule(PairRule.TOGETHER);
		this.clock.reset();
	}

	@Test
	void theSecondProgrammeRunsToPayment() {
		assertThat(grantSubsidy()).hasStatus3xxRedirection();
		var term = boards() ? "625.00" : "312.50";
		assertThat(
				this.pages.page(this.school.officer(), "/awards?programme=" + this.subsidy).select("tbody tr").text())
			.contains("林例一", term + " " + term);
		var ready = funded("625");
		var batch = this.payday.paid(ready);
		assertThat(this.pages.page(this.school.headTeacher(), "/students/" + this.pupil).text()).contains("到账");
		assertThat(this.pages.page(this.school.counsellor(), "/students/" + this.pupil).text()).doesNotContain("到账");
		assertThat(this.payday.view(ready, batch).total()).isEqualTo(Yuan.of(term));
		assertThat(this.pages.page(this.school.officer(), "/batches/" + batch + "/sheet").text()).contains("义务教育生活补助",
				boards() ? "1,250.00" : "625.00");
	}

	@Test
	void amountsThatHangOnBoardingChangeFromTheNextTermOnceThePrincipalApproves() {
		grantSubsidy();
		var before = boards() ? "625.00" : "312.50";
		var after = boards() ? "312.50" : "625.00";
		turnBoarding();
		var award = "/awards/" + this.trail.count(this.school.officer(),
				"select id from award where programme_id = ? and status = 'ACTIVE'", this.subsidy);
		assertThat(this.pages.page(this.school.officer(), award).text())
			.contains("第一学期 " + before + " 不变 未发放", "第二学期 " + before + " " + after + " 未发放", "校长批准后才改动", "登记金额调整")
			.doesNotContain("确认金额不变");
		var step = Map.of("from", "AUTUMN", "effectiveOn", "2026-10-20", "reason", "已核对");
		assertThat(this.pages.post(this.school.officer(), award + "/boarding", step)).hasStatus(422)
			.bodyText()
			.contains("不能只确认");
		assertThat(this.pages
			.page(this.school.officer(), "/rechecks/new?outcome=BOARDING&from=SPRING&application=" + this.theCase)
			.text()).contains("寄宿变化，调整金额", before + " " + after, "从第二学期起");
		var form = Map.of("outcome", "BOARDING", "effectiveOn", "2026-10-20", "from", "SPRING", "reason", "10月起不再住校",
				"evidence", "宿舍退宿单");
		assertThat(this.pages.post(this.school.finance(), "/rechecks?application=" + this.theCase, form))
			.hasStatus(403);
		var recheck = Objects
			.requireNonNull(this.pages.post(this.school.officer(), "/rechecks?application=" + this.theCase, form)
				.getResponse()
				.getRedirectedUrl());
		assertThat(amounts()).isEqualTo(before + " " + before);
		var waits = this.pages.page(this.school.officer(), award);
		assertThat(waits.text()).contains("已有一件复核等校长确认").doesNotContain("登记金额调整");
		assertThat(waits.select("main a[href=" + recheck + "]")).hasSize(1);
		assertThat(waits.select("main a[href^=/rechecks/new]")).isEmpty();
		assertThat(this.pages.get(this.school.officer(), "/rechecks/new?application=" + this.theCase))
			.hasRedirectedUrl(recheck);
		assertThat(
				this.pages.page(this.school.officer(), "/batches/new?term=AUTUMN&fund=" + funded("625").fund()).text())
			.contains("寄宿情况已变，金额调整已登记，等校长确认")
			.doesNotContain("请先在资助资格页面核对");
		assertThat(this.pages.page(this.school.principal(), recheck).select("#effect").parents().text())
			.contains("第二学期 义务教育生活补助 " + before + " " + after + " 未发放");
		assertThat(this.pages.post(this.school.officer(), recheck + "/confirmation", Map.of())).hasStatus(403);
		assertThat(this.pages.post(this.school.principal(), recheck + "/confirmation", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(amounts()).isEqualTo(before + " " + after);
		assertThat(this.trail.entries(this.school.principal(), "award.reprice")).isPositive();
		assertThat(this.pages.page(this.school.officer(), award).text()).contains("按寄宿情况调整金额", "10月起不再住校")
			.doesNotContain("登记金额调整", "寄宿情况已变");
		for (var actor : List.of(this.school.finance(), this.school.county())) {
			assertThat(this.pages.page(actor, award).text()).contains("按寄宿情况调整金额").doesNotContain("10月起不再住校");
		}
		assertThat(this.pages.post(this.school.officer(), "/rechecks?application=" + this.theCase, form)).hasStatus(422)
			.bodyText()
			.contains("没有金额要随寄宿情况改变");
	}

	@Test
	void inTheLastTermTheAmountMayStay() {
		grantSubsidy();
		var before = boards() ? "625.00" : "312.50";
		turnBoarding();
		var award = "/awards/" + this.trail.count(this.school.officer(),
				"select id from award where programme_id = ? and status = 'ACTIVE'", this.subsidy);
		this.clock.set(LocalDate.of(2027, 3, 2));
		this.school.officer()
			.scope()
			.run(() -> this.boarding.check(this.school.officer(), Long.parseLong(award.substring(8)),
					new Ground(Term.SPRING, LocalDate.of(2027, 3, 1), "开学后退宿")));
		this.clock.set(Payday.DAY);
		assertThat(amounts()).isEqualTo(before + " " + before);
		assertThat(this.trail.entries(this.school.officer(), "award.check-boarding")).isOne();
	}

	private Payday.Ready funded(String money) {
		this.payday.account(this.school, this.pupil, "林例一");
		var finance = this.school.finance();
		var fund = finance.scope().call(() -> {
			var id = this.funds.open(finance, "生活补助专项", FundSource.COUNTY, this.subsidy, Payday.YEAR);
			this.funds.receive(finance, id, "县财教2号", Payday.DAY, Yuan.of(money), "县财政局");
			return id;
		});
		return new Payday.Ready(this.school, fund, List.of(this.pupil));
	}

	@Test
	void whatExceedsTheBudgetIsSaidWhereItIsDecidedAndNotRefused() {
		grantSubsidy();
		var ready = funded("10000");
		var term = boards() ? "625.00" : "312.50";
		var budget = "/funds/budgets/2026";
		assertThat(this.pages.post(this.school.officer(), budget,
				Map.of("programme", "" + this.subsidy, "total", "100", "reason", "校务会")))
			.hasRedirectedUrl("/funds");
		TestDatabase.asOwner(Cases.APPROVE_BUDGETS.formatted(this.school.schoolId()));
		var batch = "/batches/" + this.payday.prepared(ready);
		assertThat(this.pages.page(this.school.finance(), batch).select("#over-budget").text())
			.contains("预算 100.00 元，已付 0.00 元，已批待付 0.00 元，加上这一批 " + term + " 元");
		this.pages.post(this.school.finance(), batch + "/check", Map.of());
		var principal = this.school.principal();
		assertThat(this.pages.page(principal, batch).select(".decide").text()).contains("批准后超出本学年预算");
		assertThat(this.pages.post(principal, batch + "/approval", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.page(principal, batch).select("#over-budget").text()).contains("本学年预算已超出",
				"已批待付 " + term + " 元（含这一批）");
		var proposed = this.pages.post(this.school.officer(), budget,
				Map.of("programme", "" + this.subsidy, "total", "50", "reason", "压减"));
		assertThat(proposed).hasRedirectedUrl(budget + "?programme=" + this.subsidy);
		assertThat(this.pages.page(principal, budget + "?programme=" + this.subsidy).select("#over").text())
			.contains("50.00 元少于已用的钱：已付 0.00 元，已批待付 " + term + " 元");
		assertThat(this.pages.page(principal, "/").select("section[aria-labelledby=home-funds]").text())
			.contains("义务教育分级助学金：未设定预算", "义务教育生活补助：全年预算 100.00 元", "已批待付 " + term, "义务教育生活补助：按现有资格发完，将超出预算 ");
	}

	@Test
	void aProgrammeWithoutABudgetIsNotChargedToAnothers() {
		grantSubsidy();
		assertThat(this.pages.post(this.school.officer(), "/funds/budgets/2026",
				Map.of("programme", "" + this.grant, "total", "1200", "reason", "校务会")))
			.hasRedirectedUrl("/funds");
		TestDatabase.asOwner(Cases.APPROVE_BUDGETS.formatted(this.school.schoolId()));
		var panel = this.pages.page(this.school.principal(), "/").select("section[aria-labelledby=home-funds]");
		assertThat(panel.select("tbody tr").eachText()).contains("未安排 200.00");
		assertThat(panel.text()).contains("义务教育生活补助：未设定预算，发放和待发").doesNotContain("将超出预算");
	}

	private void turnBoarding() {
		this.payday.sql(this.school,
				(db) -> db.sql("update enrolment set boarding = not boarding where id = ?").param(this.pupil).update());
	}

	private String amounts() {
		return this.payday.sql(this.school,
				(db) -> db
					.sql("""
							select string_agg(t.amount::text, ' ' order by t.term) from award a join award_term t on t.award_id = a.id
							where a.programme_id = ?""")
					.param(this.subsidy)
					.query(String.class)
					.single());
	}

	@Test
	void ofTwoOnlyTheOneThatIsHeldStays() {
		rule(PairRule.EITHER);
		assertThat(this.pages.page(this.school.officer(), "/filings/" + this.filing).text())
			.contains("已享受“义务教育分级助学金”，与本项二选一");
		assertThat(grantSubsidy()).hasStatus(422);
		assertThat(subsidies()).isZero();
		assertThat(this.trail.entries(this.school.county(), "programme.pair.set")).isOne();
	}

	@Test
	void whatWasHeldOnceInTheYearForbidsTheOtherEvenAfterItsEnd() {
		rule(PairRule.NEVER);
		assertThat(grantSubsidy()).hasStatus(422);
		assertThat(this.pages.page(this.school.officer(), "/filings/" + this.filing).text())
			.contains("本学年享受过“义务教育分级助学金”，按规定不再享受本项");
		TestDatabase
			.asOwner("update award set status = 'ENDED', ended_from = 'SPRING' where enrolment_id = " + this.pupil);
		assertThat(grantSubsidy()).hasStatus(422);
		assertThat(subsidies()).isZero();
		rule(PairRule.EITHER);
		assertThat(grantSubsidy()).hasStatus3xxRedirection();
		assertThat(subsidies()).isOne();
	}

	@Test
	void theHigherOfTwoIsGiven() {
		rule(PairRule.HIGHER);
		assertThat(grantSubsidy()).hasStatus(422);
		assertThat(this.pages.page(this.school.officer(), "/filings/" + this.filing).text())
			.contains(boards() ? "已享受金额较低的“义务教育分级助学金”" : "“义务教育分级助学金”的金额更高");
		assertThat(subsidies()).isZero();
	}

	@Test
	void anExceptionNeedsAReasonAndAnotherPerson() {
		rule(PairRule.RECOMMENDED);
		assertThat(grantSubsidy()).hasStatus(422);
		var refused = recommend("太短");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).select("input[name=reason]").eachAttr("value")).containsExactly("太短");
		// Typed for one pupil, it stands at no other.
		assertThat(this.pages.page(this.school.officer(), "/filings/" + this.filing + "?reason=太短&application=1")
			.select("input[name=reason]")
			.eachAttr("value")).containsExactly("");
		assertThat(recommend("父母重病，祖母一人照料两个孩子")).hasStatus3xxRedirection();
		assertThat(grantSubsidy()).hasStatus(422);
		var page = this.pages.page(this.school.principal(), "/filings/" + this.filing);
		assertThat(page.text()).contains("父母重病，祖母一人照料两个孩子", "批准推荐：林例一");
		var approval = page.select("form[action$=approval]").attr("action");
		assertThat(this.pages.post(this.school.officer(), approval, Map.of())).hasStatus(403);
		enrolled("ON_LEAVE");
		assertThat(this.pages.post(this.school.principal(), approval, Map.of())).hasStatus(422)
			.bodyText()
			.contains("林例一已离校、休学");
		enrolled("ENROLLED");
		assertThat(this.pages.post(this.school.principal(), approval, Map.of())).hasStatus3xxRedirection();
		assertThat(grantSubsidy()).hasStatus3xxRedirection();
		assertThat(subsidies()).isOne();
		assertThat(this.trail.entries(this.school.principal(), "award.recommendation-approved")).isOne();
	}

	@Test
	void standardsInUseStayAsTheyAre() {
		var county = this.school.county();
		var page = this.pages.page(county, "/programmes").text();
		assertThat(page).contains("312.50", "已使用，不再改动", "允许并享").doesNotContain("??");
		var standards = this.pages.page(county, "/programmes/TIERED_GRANT/2026");
		assertThat(standards.select("main form, main input")).isEmpty();
		assertThat(standards.select("main").text()).contains("2,000.00", "只能查看").doesNotContain("??");
		var answer = this.pages.post(county, "/programmes/TIERED_GRANT/2026/tiers",
				Map.of("one", "2200", "two", "1500", "three", "1000", "line", "6480"));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("已按现行标准产生资助资格，不能再改");
		assertThat(this.pages.post(this.school.officer(), "/programmes/pairs",
				Map.of("one", "" + this.grant, "other", "" + this.subsidy, "rule", "NEVER")))
			.hasStatus(403);
	}

	private void rule(PairRule rule) {
		var county = this.school.county();
		if (this.pairs.rule(this.grant, this.subsidy) != rule) {
			assertThat(this.pages.post(county, "/programmes/pairs",
					Map.of("one", "" + this.grant, "other", "" + this.subsidy, "rule", rule.name())))
				.hasStatus3xxRedirection();
		}
	}

	private MvcTestResult grantSubsidy() {
		return this.pages.post(this.school.officer(), "/filings/" + this.filing + "/awards",
				Map.of("programme", "" + this.subsidy));
	}

	private MvcTestResult recommend(String reason) {
		return this.pages.post(this.school.officer(), "/filings/" + this.filing + "/recommendations",
				Map.of("application", "" + this.theCase, "programme", "" + this.subsidy, "reason", reason));
	}

	private boolean boards() {
		return this.trail.count(this.school.officer(), "select count(*) from enrolment where id = ? and boarding",
				this.pupil) == 1;
	}

	private void enrolled(String status) {
		this.payday.sql(this.school,
				(db) -> db.sql("update enrolment set status = ? where id = ?").params(status, this.pupil).update());
	}

	private long subsidies() {
		return this.trail.count(this.school.officer(), "select count(*) from award where programme_id = ?",
				this.subsidy);
	}

}
