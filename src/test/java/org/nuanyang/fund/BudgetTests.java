package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** What a round may cost, set by officer or principal. */
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
		assertThat(this.pages.page(officer, "/funds").text()).contains("还没有本学年预算");
		var form = Map.of("total", "273000", "one", "92000", "reason", "校务会 9 月 3 日");
		assertThat(this.pages.post(officer, PATH, form)).hasRedirectedUrl("/funds");
		// The same click twice sets it once.
		assertThat(this.pages.post(officer, PATH, form)).hasRedirectedUrl("/funds");
		assertThat(this.trail.entries(officer, "fund.budget-set")).isOne();
		assertThat(this.pages.page(this.school.finance(), "/funds").select("section[aria-labelledby=budget]").text())
			.contains("273,000.00", "一级 92,000.00", "校务会 9 月 3 日");
		this.pages.post(this.school.principal(), PATH, Map.of("total", "280000", "reason", "追加"));
		assertThat(this.pages.page(officer, PATH).select("#history ~ *, .tline").text()).contains("280,000.00",
				"273,000.00");
		assertThat(this.pages.page(officer, PATH).select("input[name=total]").val()).isEqualTo("280000.00");
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
