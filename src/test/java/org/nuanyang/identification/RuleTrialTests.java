package org.nuanyang.identification;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a draft would change is known before it comes into force. */
@IntegrationTest
class RuleTrialTests {

	@Autowired
	Cast cast;

	@Autowired
	CaseChain chain;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	TestSchool school;

	String draft = "";

	@BeforeEach
	void copyTheRulesInForce() {
		this.clock.reset();
		this.school = this.cast.school();
		var active = this.trail.count(this.school.officer(),
				"select id from rule_set where school_year = 2026 and status = 'ACTIVE'");
		this.draft = Objects.requireNonNull(this.pages
			.post(this.school.county(), "/rule-sets",
					Map.of("year", "2026", "name", "试算稿", "nameEn", "Trial", "from", "" + active))
			.getResponse()
			.getRedirectedUrl());
	}

	@AfterEach
	void leaveNoDraft() {
		TestDatabase
			.asOwner("delete from rule_set where status = 'DRAFT' and created_by = " + this.school.county().userId());
	}

	@Test
	void theUndecidedAreCountedBothWaysAndTheDecidedLeftAlone() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		this.chain.passed(this.school, "郑例二", CaseChain.TWO);
		assertThat(this.pages.page(this.school.county(), this.draft + "/trial").text()).contains("共 1 件", "已评审的 1 件")
			.doesNotContain("等级有变化的申请", "??");
		var figures = new HashMap<String, String>();
		this.pages.page(this.school.county(), this.draft + "/edit")
			.select("main form input")
			.forEach((input) -> figures.put(input.attr("name"), input.val()));
		figures.put("f.thresholds.0.from", "100");
		figures.put("f.thresholds.1.from", "99");
		assertThat(this.pages.post(this.school.county(), this.draft + "/figures", figures)).hasStatus3xxRedirection();
		var trial = this.pages.page(this.school.county(), this.draft + "/trial");
		assertThat(trial.select("section:has(#t-list) tbody tr").eachText()).singleElement()
			.asString()
			.startsWith("2026-0001")
			.endsWith("二级 三级");
		assertThat(trial.select("section:has(#t-table) tbody tr").eachText()).containsExactly("现行：二级 0 0 1 0 0 1");
		assertThat(trial.text()).doesNotContain("林例一", "郑例二");
		assertThat(this.trail.entries(this.school.county(), "identification.rules.tried")).isEqualTo(2);
	}

	@Test
	void anotherCountySeesNoneOfTheCasesAndSchoolsTryNothing() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		assertThat(this.pages.page(this.cast.school().county(), this.draft + "/trial").text()).contains("共 0 件");
		assertThat(this.pages.get(this.school.officer(), this.draft + "/trial")).hasStatus(403);
		this.pages.post(this.school.county(), this.draft + "/removal", Map.of());
		assertThat(this.pages.get(this.school.county(), this.draft + "/trial")).hasStatus(404);
	}

}
