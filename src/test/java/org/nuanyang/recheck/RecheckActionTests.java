package org.nuanyang.recheck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.award.AwardService;
import org.nuanyang.filing.FilingAnswers;
import org.nuanyang.filing.FilingService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PromotionService;
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

/** A recognised pupil is looked at again: kept, raised, lowered, or ended. */
@IntegrationTest
@Import(Published.class)
class RecheckActionTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Cases cases;

	@Autowired
	private Published published;

	@Autowired
	private FilingService filings;

	@Autowired
	private FilingAnswers answers;

	@Autowired
	private AwardService awards;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	@Autowired
	private PromotionService promotions;

	private TestSchool school;

	private long pupil;

	@BeforeEach
	void awarded() {
		this.clock.reset();
		this.school = this.cast.school();
		var round = this.cases.round(this.school);
		this.pupil = this.cases.passed(this.school, round, Tier.TWO, "吴例二").getFirst();
		this.published.notice(this.school, round, LocalDate.of(2026, 10, 19));
		this.clock.set(LocalDate.of(2026, 10, 26));
		var officer = this.school.officer();
		var filing = officer.scope().call(() -> this.filings.send(officer, round, 1));
		this.school.county().scope().run(() -> this.answers.accept(this.school.county(), filing));
		officer.scope().run(() -> this.awards.grant(officer, filing));
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private MvcTestResult propose(Actor actor, String... fields) {
		var form = new HashMap<>(
				Map.of("effectiveOn", "2026-10-20", "from", "SPRING", "reason", "父亲因病停工", "evidence", "10月20日家访记录"));
		for (var n = 0; n < fields.length; n += 2) {
			form.put(fields[n], fields[n + 1]);
		}
		return this.pages.post(actor, "/rechecks?application=" + this.pupil, form);
	}

	private String proposed(String... fields) {
		var answer = propose(this.school.officer(), fields);
		assertThat(answer).hasStatus3xxRedirection();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private String award() {
		return this.pages.page(this.school.officer(), "/awards").select("tbody tr").text();
	}

	@Test
	void aRaisedTierHoldsOnceThePrincipalConfirmsIt() {
		var path = proposed("outcome", "RAISE", "tier", "ONE");
		assertThat(this.pages.page(this.school.principal(), path).select("#effect").parents().text())
			.contains("第二学期 750.00 1,000.00 未发放", "合计变化 250.00 元");
		assertThat(award()).contains("二级 1,500.00");
		assertThat(this.pages.page(this.school.principal(), "/").text()).contains("学期复核待您批准：1 份");
		assertThat(this.pages.post(this.school.principal(), path + "/confirmation", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(award()).contains("一级 第一学期 二级 1,750.00 750.00 1,000.00 享受中");
		assertThat(this.pages.page(this.school.officer(), "/applications/" + this.pupil).text()).contains("已调整",
				"学期复核调整", "父亲因病停工");
		assertThat(this.trail.entries(this.school.officer(), "recheck.proposed")).isOne();
		assertThat(this.trail.entries(this.school.principal(), "recheck.confirmed")).isOne();
		assertThat(this.trail.entries(this.school.principal(), "award.adjust")).isOne();
	}

	@Test
	void anEndedRecognitionEndsTheAwardAndALaterOneIsRefused() {
		var path = proposed("outcome", "END", "cause", "BETTER_OFF", "from", "AUTUMN");
		this.pages.post(this.school.principal(), path + "/confirmation", Map.of());
		assertThat(award()).contains("二级 0.00 0.00 0.00 已终止");
		assertThat(this.pages.page(this.school.officer(), "/rechecks").text()).contains("已终止");
		assertThat(propose(this.school.officer(), "outcome", "KEEP")).hasStatus(422).bodyText().contains("已终止");
	}

	@Test
	void whoIsKeptIsRecordedWithoutASecondPerson() {
		assertThat(this.pages.page(this.school.officer(), "/rechecks?state=TO_DO").text()).contains("吴例二");
		var path = proposed("outcome", "KEEP");
		assertThat(this.pages.page(this.school.officer(), path).text()).contains("已记录");
		assertThat(this.pages.page(this.school.officer(), "/rechecks?state=DONE").text()).contains("吴例二");
		assertThat(award()).contains("二级 1,500.00");
	}

	@Test
	void whatDoesNotFitIsSaidAtItsFieldAndNothingTypedIsLost() {
		assertThat(propose(this.school.officer(), "outcome", "RAISE", "tier", "THREE")).hasStatus(422)
			.bodyText()
			.contains("提级须选比现在高的等级", "父亲因病停工");
		assertThat(propose(this.school.officer(), "outcome", "END")).hasStatus(422).bodyText().contains("终止须选择原因");
		assertThat(propose(this.school.officer(), "outcome", "KEEP", "effectiveOn", "2026-12-24")).hasStatus(422)
			.bodyText()
			.contains("日期在今天之后");
		assertThat(propose(this.school.officer(), "outcome", "KEEP", "reason", " ", "evidence", "")).hasStatus(422)
			.bodyText()
			.contains("请写明理由", "请写明依据");
		assertThat(propose(this.school.officer(), "outcome", "nonsense", "from", "x")).hasStatus(422);
	}

	@Test
	void aDeclinedOrWithdrawnProposalChangesNothing() {
		var path = proposed("outcome", "LOWER", "tier", "THREE");
		assertThat(propose(this.school.officer(), "outcome", "KEEP")).hasStatus(422).bodyText().contains("已有一份待批的复核");
		assertThat(this.pages.post(this.school.principal(), path + "/refusal", Map.of())).hasStatus(422)
			.bodyText()
			.contains("href=\"#note\"", "aria-invalid=\"true\"");
		assertThat(this.pages.post(this.school.principal(), path + "/refusal", Map.of("note", "长".repeat(501))))
			.hasStatus(422)
			.bodyText()
			.contains("理由超过 500 字");
		this.pages.post(this.school.principal(), path + "/refusal", Map.of("note", "依据不足"));
		assertThat(this.pages.post(this.school.principal(), path + "/confirmation", Map.of())).hasStatus(422)
			.bodyText()
			.contains("未批准");
		this.pages.post(this.school.officer(), proposed("outcome", "LOWER", "tier", "THREE") + "/withdrawal", Map.of());
		assertThat(award()).contains("二级 1,500.00");
	}

	/** An end that waits is still to be confirmed; another tier is not. */
	@Test
	void anotherTierLapsesWhenThePupilLeaves() {
		var path = proposed("outcome", "RAISE", "tier", "ONE");
		var enrolment = this.trail.count(this.school.officer(), "select enrolment_id from aid_application where id = ?",
				this.pupil);
		assertThat(this.pages.post(this.school.officer(), "/students/" + enrolment + "/transfer",
				Map.of("day", "2026-10-26", "reason", "随父母外出")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.principal(), path).text())
			.contains("已失效", "学生已不在校，调整等级不再适用", this.school.officer().name())
			.doesNotContain("批准复核");
		assertThat(this.trail.entries(this.school.officer(), "recheck.lapsed")).isOne();
		assertThat(this.pages.post(this.school.principal(), path + "/confirmation", Map.of())).hasStatus(422);
		var end = proposed("outcome", "END", "cause", "TRANSFERRED");
		assertThat(this.pages.page(this.school.principal(), end).text()).contains("批准复核");
	}

	@Test
	void anotherTierLapsesWithTheYearThatGraduates() {
		var path = proposed("outcome", "RAISE", "tier", "ONE");
		promoted(2027);
		assertThat(this.pages.page(this.school.principal(), path).text()).contains("批准复核");
		promoted(2028);
		assertThat(this.pages.page(this.school.principal(), path).text()).contains("已失效", "学生已不在校，调整等级不再适用")
			.doesNotContain("批准复核");
		assertThat(this.trail.entries(this.school.officer(), "recheck.lapsed")).isOne();
		assertThat(this.pages.post(this.school.principal(), path + "/confirmation", Map.of())).hasStatus(422);
		// What was proposed before is not confirmed either.
		TestDatabase.asOwner("update recheck set status = 'PROPOSED', decided_by = null, decided_by_name = null, "
				+ "decided_at = null where school_id = " + this.school.schoolId());
		assertThat(this.pages.post(this.school.principal(), path + "/confirmation", Map.of())).hasStatus(422)
			.bodyText()
			.contains("学生已不在校，调整等级不再适用，不能批准");
		assertThat(award()).contains("二级 1,500.00");
	}

	private void promoted(int year) {
		this.clock.set(LocalDate.of(year, 8, 25));
		this.school.officer().scope().run(() -> this.promotions.promote(this.school.officer(), year));
		this.clock.set(LocalDate.of(2026, 10, 26));
	}

	@Test
	void onlyTheOfficerProposesAndOnlyThePrincipalConfirms() {
		assertThat(propose(this.school.principal(), "outcome", "KEEP")).hasStatus(403);
		assertThat(propose(this.school.otherOfficer(), "outcome", "KEEP")).hasStatus(404);
		var path = proposed("outcome", "LOWER", "tier", "THREE");
		assertThat(this.pages.post(this.school.officer(), path + "/confirmation", Map.of())).hasStatus(403);
		assertThat(this.pages.get(this.school.otherOfficer(), path)).hasStatus(404);
	}

}
