package org.nuanyang.application;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.household.Circumstances;
import org.nuanyang.household.HouseholdDeclaration;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.household.Member;
import org.nuanyang.household.MemberHealth;
import org.nuanyang.household.Relation;
import org.nuanyang.household.Residence;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was declared stays what was declared, whatever is registered later. */
@IntegrationTest
class FrozenDeclarationTests {

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private Pages pages;

	@Autowired
	private HouseholdService households;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void whatWasSaidToBeUnchangedStandsOnTheCaseAndItsPaper() {
		var id = this.chain.draft(this.school, "林例一");
		this.chain.declare(this.school, id);
		TestDatabase
			.asOwner("update household set same_sections = '{MEMBERS,WORDS}' where enrolment_id = " + pupil(id));
		assertThat(page(id).select("[aria-labelledby=c-checks]").text()).contains("已与上学年对照，无变化： 家庭成员、有关说明");
		var version = this.chain.one(this.school.headTeacher(), id).version();
		assertThat(this.pages.post(this.school.headTeacher(), "/applications/" + id + "/submission",
				Map.of("version", "" + version)))
			.hasStatus3xxRedirection();
		assertThat(cardOf(id)).contains("已与上学年对照，无变化： 家庭成员、有关说明");
		assertThat(this.pages.page(this.school.officer(), "/applications/" + id + "/form").text())
			.contains("已与上学年对照，无变化： 家庭成员、有关说明");
	}

	@Test
	void aLaterEditChangesNeitherTheCaseNorItsPaper() {
		var id = this.chain.visited(this.school, "林例一", CaseChain.TWO);
		assertThat(cardOf(id)).contains("提交时封存", "现登记的家庭情况与申报一致");
		register(id, "99999.00");
		assertThat(facts(id)).contains("34,500.00").doesNotContain("99,999.00");
		assertThat(cardOf(id)).contains("已申报 ≠ 现登记 2 处", "第 1 名成员 年收入（元）", "34500.00", "≠ 99999.00", "职业");
		var paper = this.pages.page(this.school.officer(), "/applications/" + id + "/form").text();
		assertThat(paper).contains("34,500.00").doesNotContain("99,999.00");
		var visit = this.pages.page(this.school.headTeacher(), "/visits/new?student=" + pupil(id)).text();
		assertThat(visit).contains("34,500.00").doesNotContain("99,999.00");
		assertThat(this.pages.page(this.school.headTeacher(), "/students/" + pupil(id) + "/household?year=2026").text())
			.contains("99,999.00", "已随申请提交，封存于 2026-10-14");
	}

	@Test
	void sentBackItMayChangeAndIsFrozenAnew() {
		var id = this.chain.submitted(this.school, "林例一");
		step(id, "correction", Map.of("reason", "年收入请核对"));
		register(id, "20000.00");
		assertThat(facts(id)).contains("20,000.00").doesNotContain("34,500.00");
		assertThat(page(id).select("#c-declared")).isEmpty();
		step(id, "submission", Map.of());
		register(id, "50000.00");
		assertThat(facts(id)).contains("20,000.00").doesNotContain("50,000.00");
		assertThat(this.trail.count(this.school.officer(),
				"select count(*) from frozen_declaration where enrolment_id = ?", pupil(id)))
			.isEqualTo(2);
	}

	@Test
	void aWithdrawnOrRefusedCaseKeepsItsOwn() {
		var id = this.chain.submitted(this.school, "林例一");
		step(id, "withdrawal", Map.of("reason", "家长不愿申请"));
		register(id, "20000.00");
		assertThat(facts(id)).contains("34,500.00").doesNotContain("20,000.00");
	}

	@Test
	void noOneRewritesItAndNoStrangerReadsIt() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from frozen_declaration")).isZero();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.trail.count(this.school.officer(), """
					with changed as (update frozen_declaration set content = '{}' where enrolment_id = ? returning id)
					select count(*) from changed""", pupil(id)));
	}

	private void register(long id, String income) {
		var teacher = this.school.headTeacher();
		var father = new Member("林样父", Relation.FATHER, 40, "", "个体", Yuan.of(income), MemberHealth.MINOR);
		var mother = new Member("林样母", Relation.MOTHER, 38, "", "务农", Yuan.ZERO, MemberHealth.HEALTHY);
		teacher.scope()
			.call(() -> this.households.declare(teacher, pupil(id), new SchoolYear(2026),
					new HouseholdDeclaration(Residence.RURAL, List.of(father, mother), Map.of(),
							new Circumstances("", "", "", "", "", "", "无"))));
	}

	private void step(long id, String resource, Map<String, String> form) {
		var fields = new java.util.HashMap<>(form);
		fields.put("version", "" + this.chain.one(this.school.officer(), id).version());
		var actor = resource.equals("correction") ? this.school.officer() : this.school.headTeacher();
		assertThat(this.pages.post(actor, "/applications/" + id + "/" + resource, fields)).hasStatus3xxRedirection();
	}

	private long pupil(long id) {
		return this.chain.one(this.school.officer(), id).enrolmentId();
	}

	private Document page(long id) {
		return this.pages.page(this.school.officer(), "/applications/" + id);
	}

	private String facts(long id) {
		return page(id).select("section:has(#c-facts) td[data-l=家庭申报]").text();
	}

	private String cardOf(long id) {
		return page(id).select("section:has(#c-declared)").text();
	}

}
