package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a round may cost: one sets it, another approves it. */
@IntegrationTest
class BudgetTests {

	private static final String PATH = "/funds/budgets/2026";

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void autumn() {
		this.school = this.cast.school();
		this.clock.set(LocalDate.of(2026, 10, 14));
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void itIsSetAndChangedAndEveryFigureStays() {
		var officer = this.school.officer();
		var principal = this.school.principal();
		assertThat(this.pages.page(officer, "/funds").text()).contains("还没有本学年预算");
		var form = Map.of("total", "273000", "one", "92000", "reason", "校务会 9 月 3 日");
		assertThat(this.pages.post(officer, PATH, form)).hasRedirectedUrl("/funds");
		// The same click twice sets it once.
		assertThat(this.pages.post(officer, PATH, form)).hasRedirectedUrl("/funds");
		assertThat(this.trail.entries(officer, "fund.budget-set")).isOne();
		assertThat(budgets()).contains("新预算 273,000.00 元由" + officer.name() + "提出，等校长批准后生效").doesNotContain("预算余额");
		this.pages.post(principal, approval(principal), Map.of());
		assertThat(this.trail.entries(principal, "fund.budget-approved")).isOne();
		assertThat(budgets()).contains("273,000.00", "一级 92,000.00", "校务会 9 月 3 日", "预算余额").doesNotContain("等校长批准");
		this.pages.post(principal, PATH, Map.of("total", "280000", "reason", "追加"));
		// Until the officer has seen it, the former figure counts.
		assertThat(budgets()).contains("新预算 280,000.00 元", "等资助专干确认", "预算总额（元）273,000.00");
		this.pages.post(officer, approval(officer), Map.of());
		assertThat(budgets()).contains("预算总额（元）280,000.00").doesNotContain("新预算");
		assertThat(this.pages.page(officer, PATH).select(".tline").text()).contains("280,000.00", "273,000.00",
				principal.name() + "批准于");
		assertThat(this.pages.page(officer, PATH).select("input[name=total]").val()).isEqualTo("280000.00");
	}

	@Test
	void whoSetItDoesNotApproveItAndWhatIsReturnedDoesNotCount() {
		var officer = this.school.officer();
		var principal = this.school.principal();
		this.pages.post(officer, PATH, Map.of("total", "5000", "reason", "校务会"));
		assertThat(this.pages.page(officer, PATH).select("form[action$=approval]")).isEmpty();
		var waiting = approval(principal);
		// An officer does not approve what no principal has set.
		assertThat(this.pages.post(officer, waiting, Map.of())).hasStatus(404);
		assertThat(this.pages.post(this.school.finance(), waiting, Map.of())).hasStatus(403);
		var refusal = waiting.replace("approval", "refusal");
		assertThat(this.pages.post(principal, refusal, Map.of("refusal", " "))).hasStatus(422)
			.bodyText()
			.contains("请写明退回原因");
		assertThat(this.pages.post(principal, refusal, Map.of("refusal", "先开校务会"))).hasStatus(302);
		assertThat(this.pages.post(principal, waiting, Map.of())).hasStatus(422).bodyText().contains("已有人处理");
		assertThat(budgets()).contains("由" + principal.name() + "退回：先开校务会").doesNotContain("预算余额");
		// A principal who set it waits for somebody else, too; the newer figure takes the
		// place of the waiting one.
		this.pages.post(principal, PATH, Map.of("total", "6000", "reason", "校务会"));
		var own = approval(officer);
		assertThat(this.pages.post(principal, own, Map.of())).hasStatus(422).bodyText().contains("是您提出的");
		this.pages.post(officer, PATH, Map.of("total", "7000", "reason", "校务会"));
		assertThat(this.pages.post(officer, own, Map.of())).hasStatus(422).bodyText().contains("已有新的预算");
		assertThatThrownBy(() -> TestDatabase.asOwner(
				"""
						insert into fund_budget_answer select id, school_id, set_by, true, null, set_by, '', now() from fund_budget
						where total = 7000 and school_id = %d"""
					.formatted(this.school.schoolId())))
			.hasStackTraceContaining("fund_budget_answered_by_another");
	}

	private String budgets() {
		return this.pages.page(this.school.finance(), "/funds").select("section[aria-labelledby=budget]").text();
	}

	/** Where the person approves the figure that waits. */
	private String approval(Actor actor) {
		return this.pages.page(actor, PATH).select("form[action$=approval]").attr("action");
	}

	@Test
	void eachProgrammeHasABudgetOfItsOwn() {
		var officer = this.school.officer();
		var links = this.pages.page(officer, "/funds").select("section[aria-labelledby=budget] a.btn").eachAttr("href");
		assertThat(links).hasSize(2);
		for (var link : links) {
			var form = this.pages.page(officer, link);
			var programme = form.select("input[name=programme]").val();
			var tiered = !form.select("input[name=one]").isEmpty();
			this.pages.post(officer, PATH,
					Map.of("programme", programme, "total", tiered ? "5000" : "7000", "one", "4000", "reason", "校务会"));
		}
		assertThat(this.pages.page(this.school.principal(), "/").text()).contains("预算 5,000.00 元待批", "预算 7,000.00 元待批");
		TestDatabase.asOwner(Cases.APPROVE_BUDGETS.formatted(this.school.schoolId()));
		var budgets = this.pages.page(this.school.finance(), "/funds").select("section[aria-labelledby=budget]");
		assertThat(budgets.select("h3").eachText()).containsExactlyInAnyOrder("义务教育分级助学金", "义务教育生活补助");
		assertThat(budgets.text()).contains("5,000.00", "7,000.00").containsOnlyOnce("4,000.00");
		assertThat(this.pages.get(officer, PATH + "?programme=1")).hasStatus(404);
	}

	@Test
	void aFigureThatCannotBeIsRefusedAtItsField() {
		for (var total : new String[] { "0", "-5", "很多", "" }) {
			var answer = this.pages.post(this.school.officer(), PATH, Map.of("total", total, "reason", "依据"));
			assertThat(answer).hasStatus(422);
			assertThat(Pages.page(answer).select("#total-error")).isNotEmpty();
			assertThat(Pages.page(answer).select("input[name=reason]").val()).isEqualTo("依据");
		}
		var all = Pages.page(this.pages.post(this.school.officer(), PATH,
				Map.of("total", "很多", "one", "-1", "two", "两万", "reason", " ")));
		for (var field : new String[] { "total", "one", "two", "reason" }) {
			assertThat(all.select("#" + field + "-error").text()).as(field).isNotEmpty();
		}
		assertThat(all.select("input[name=two]").val()).isEqualTo("两万");
		var over = this.pages.post(this.school.officer(), PATH,
				Map.of("total", "100", "one", "60", "two", "60", "reason", "依据"));
		assertThat(over).hasStatus(422).bodyText().contains("比总额多 20.00 元");
		assertThat(this.pages.post(this.school.officer(), PATH, Map.of("total", "100"))).hasStatus(422);
		assertThat(this.pages.get(this.school.officer(), "/funds/budgets/1999")).hasStatus(404);
	}

	@Test
	void nobodyElseSetsItAndNobodyErasesIt() {
		var form = Map.of("total", "100", "reason", "依据");
		assertThat(this.pages.post(this.school.finance(), PATH, form)).hasStatus(403);
		assertThat(this.pages.post(this.school.auditor(), PATH, form)).hasStatus(403);
		this.pages.post(this.school.officer(), PATH, form);
		assertThat(this.pages.page(this.cast.school().officer(), "/funds").text()).doesNotContain("100.00");
		assertThatThrownBy(
				() -> TestDatabase.asOwner("delete from fund_budget where school_id = " + this.school.schoolId()))
			.hasStackTraceContaining("never changed");
	}

}
