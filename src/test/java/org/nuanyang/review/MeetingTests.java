package org.nuanyang.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.notice.NoticeContact;
import org.nuanyang.notice.NoticePlan;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nuanyang.support.Cast.as;

/** The committee decides, the officer records, the principal confirms. */
@IntegrationTest
class MeetingTests {

	@Autowired
	private MockMvcTester mvc;

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
	private SigningService signings;

	@Autowired
	private ApplicationService applications;

	@Autowired
	private NoticeService notices;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void theBoardRanksCasesAndDrawsTheLines() {
		this.chain.appraised(this.school, "王例三", CaseChain.THREE);
		this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var meeting = open();
		var page = page(this.school.officer(), meeting);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("一级线 70 分", "二级线 50 分", "参会人员签名", "距一级差 2 分", "还有 3 人未评审", "2,000.00", "4,500.00")
			.containsSubsequence("林例一", "一级线 70 分", "郑例二", "二级线 50 分", "王例三")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/meetings/" + meeting + "?view=NEAR").with(as(this.school.reviewer())))
			.hasStatusOk()
			.bodyText()
			.contains("郑例二")
			.doesNotContain("林例一");
		assertThat(this.mvc.get().uri("/meetings").with(as(this.school.principal()))).hasStatusOk()
			.bodyText()
			.contains("第 1 次评审会", "应到 6 人，实到 5 人");
	}

	@Test
	void theWorkbenchLeadsIntoTheMeetingAndToTheRoster() {
		assertThat(this.pages.page(this.school.officer(), "/").select(".actions").text()).isEqualTo("导入名册 开启认定批次");
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		assertThat(this.pages.page(this.school.officer(), "/").select(".actions a").eachAttr("href"))
			.containsExactly("/imports?kind=roster", "/meetings/current");
		assertThat(this.pages.get(this.school.officer(), "/meetings/current")).hasRedirectedUrl("/meetings");
		var meeting = open();
		assertThat(this.pages.get(this.school.officer(), "/meetings/current")).hasRedirectedUrl("/meetings/" + meeting);
		assertThat(this.pages.page(this.school.headTeacher(), "/").select(".actions").text()).isEmpty();
		assertThat(this.pages.get(this.school.headTeacher(), "/meetings/current")).hasStatus(403);
	}

	@Test
	void theBoardCostsEveryProgrammeOfTheRound() {
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		TestDatabase
			.asOwner("insert into aid_round_programme (round_id, school_id, programme_id) select r.id, r.school_id, "
					+ "p.id from aid_round r, programme p where p.code = 'LIVING_SUBSIDY' and r.school_id = "
					+ this.school.schoolId());
		// Asks for everything the round offers.
		TestDatabase.asOwner("delete from application_programme where school_id = " + this.school.schoolId());
		TestDatabase
			.asOwner("insert into fund_budget (id, school_id, programme_id, school_year, total, reason, set_by, "
					+ "set_by_name, set_at) select nextval('id_seq'), r.school_id, p.id, r.school_year, 100, '校务会', r.opened_by, "
					+ "'某人', now() from aid_round r, programme p where p.code = 'LIVING_SUBSIDY' and r.school_id = "
					+ this.school.schoolId());
		var meeting = open();
		// What one person set is no budget yet.
		assertThat(page(this.school.officer(), meeting)).bodyText().contains("未定预算").doesNotContain("超出 ");
		TestDatabase.asOwner(Cases.APPROVE_BUDGETS.formatted(this.school.schoolId()));
		assertThat(page(this.school.officer(), meeting)).bodyText().contains("2,000.00", "义务教育生活补助", "100.00", "超出 ");
	}

	@Test
	void aBatchAnswersForEachRow() {
		var plain = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var near = this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		var differing = this.chain.appraised(this.school, "王例三", CaseChain.TWO, Tier.ONE);
		var meeting = open();
		var answer = this.mvc.post()
			.uri("/meetings/" + meeting + "/decisions")
			.param("cases", "" + plain, "" + near, "" + differing)
			.param("seen", plain + ":ONE")
			.with(as(this.school.officer()))
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		var officer = this.school.officer();
		var again = officer.scope()
			.call(() -> this.decisions.decideAsSuggested(officer, meeting, Set.of(plain, near, differing),
					new Shown(Map.of())));
		assertThat(again).extracting(BatchResult::refusal)
			.containsExactly("review.batch.decided", "review.batch.near", "review.batch.class-differs");
		assertThat(officer.scope().call(() -> this.decisions.ofMeeting(meeting))).singleElement()
			.satisfies((decision) -> assertThat(decision.outcome()).isEqualTo(Outcome.ONE))
			.satisfies((decision) -> assertThat(decision.votes()).isEqualTo(new Votes(5, 0, 0)));
	}

	@Test
	void anotherTierNeedsASentenceAsReason() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		assertThat(this.mvc.get().uri(decision(meeting, id)).with(as(this.school.officer()))).hasStatusOk()
			.bodyText()
			.contains("评审：林例一", "为什么是这个等级", "班级评议")
			.doesNotContain("??");
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "ONE", "reason", "太短", "votesFor", "1",
				"votesAgainst", "4"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("理由不少于 10 个字", "太短", "没有超过 5 人的一半");
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "ONE", "reason", "祖母住院，十二个月内自付医疗费一万八千元"))
			.hasStatus3xxRedirection();
	}

	@Test
	void votesAreAboutTheResultChosenAlsoWhereNobodyIsRecognised() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open(6);
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "NONE", "reason", "父亲已有稳定工作，收入明显增加",
				"votesFor", "0", "votesAgainst", "6"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("同意 0 票，没有超过 6 人的一半", "同意就是同意不予认定");
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "NONE", "reason", "父亲已有稳定工作，收入明显增加",
				"votesFor", "4", "votesAgainst", "1", "abstained", "1"))
			.hasStatus3xxRedirection();
		assertThat(page(this.school.officer(), meeting)).bodyText().contains("4 比 1，弃权 1");
	}

	@Test
	void whatACancelledMeetingRecordedIsNotCounted() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		decide(this.school.officer(), meeting, id, 0, "outcome", "TWO");
		step(this.school.officer(), meeting, "cancellation", "reason", "出席填错");
		assertThat(page(this.school.officer(), meeting)).hasStatusOk()
			.bodyText()
			.contains("下面记录的结果不作数", "出席填错")
			.doesNotContain("等级与金额", "参会人员签名", "??");
	}

	@Test
	void recusedMembersDoNotVote() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open(6);
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "TWO", "recused", "教师样三", "votesFor", "6"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("共 6 票，应为 5 票");
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "TWO", "recused", "教师样三"))
			.hasStatus3xxRedirection();
		assertThat(page(this.school.officer(), meeting)).bodyText()
			.contains("教师样三 回避：林例一", "5 比 0", "1 人回避", "每件至少 5 人表决");
	}

	@Test
	void aCaseNeedsTheQuorumAfterRecusals() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open(6);
		assertThat(
				decide(this.school.officer(), meeting, id, 0, "outcome", "TWO", "recused", "教师样三", "recused", "教师样四"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一：回避后有表决权的只剩 4 人，这次会议每件至少要 5 人表决", "留待下次", "value=\"教师样四\" checked");
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "POSTPONED", "recused", "教师样三", "recused",
				"教师样四", "reason", "两名成员回避，下次会议再评审"))
			.hasStatus3xxRedirection();
	}

	@Test
	void theLaterOfTwoDecisionsIsToldAndTheFirstStays() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		assertThat(decide(this.school.officer(), meeting, id, 0, "outcome", "TWO")).hasStatus3xxRedirection();
		var here = this.school.officer();
		var late = decide(here, meeting, id, 0, "outcome", "THREE", "reason", "补充材料改变了核实的事实");
		assertThat(late).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains(here.name() + " 已于", "补充材料改变了核实的事实", "name=\"version\" value=\"1\"");
		assertThat(Pages.page(late).select("[name=outcome][checked]").val()).isEqualTo("THREE");
		assertThat(here.scope().call(() -> this.decisions.ofMeeting(meeting))).singleElement()
			.satisfies((decision) -> assertThat(decision.outcome()).isEqualTo(Outcome.TWO));
		assertThat(decide(here, meeting, id, 1, "outcome", "THREE", "reason", "补充材料改变了核实的事实"))
			.hasStatus3xxRedirection();
	}

	@Test
	void whatIsTypedStaysWhenTheCaseGoesBackMeanwhile() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		var meeting = open();
		back(id, "revisit");
		var late = decide(this.school.officer(), meeting, id, 0, "outcome", "THREE", "reason", "补充材料改变了核实的事实");
		assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		var page = Pages.page(late);
		assertThat(page.select(".note-risk").text()).contains("林例一 的申请现在是“已受理”", "填写的内容还在下面");
		assertThat(page.select("[name=reason]").val()).isEqualTo("补充材料改变了核实的事实");
		assertThat(page.select("[name=outcome][checked]").val()).isEqualTo("THREE");
		assertThat(page.select("main form button[type=submit]")).isEmpty();
		assertThat(page.text()).doesNotContain("??");
		var reopened = this.mvc.get().uri(decision(meeting, id)).with(as(this.school.officer())).exchange();
		assertThat(reopened).hasRedirectedUrl("/meetings/" + meeting);
	}

	/**
	 * Recorded, sent back and appraised again: what is typed then is on other grounds.
	 */
	@Test
	void aDecisionThatLeftTheMeetingIsNotReplacedUnseen() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		decide(this.school.officer(), meeting, id, 0, "outcome", "TWO");
		back(id, "reappraisal");
		this.chain.appraise(this.school, id, Tier.THREE);
		var late = decide(this.school.officer(), meeting, id, 1, "outcome", "TWO", "reason", "补充材料改变了核实的事实");
		assertThat(late).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("林例一 原来记录的评审结果已不在会议里", "补充材料改变了核实的事实", "name=\"version\" value=\"0\"")
			.doesNotContain("??");
		var officer = this.school.officer();
		assertThat(officer.scope().call(() -> this.decisions.ofMeeting(meeting))).isEmpty();
		assertThat(decide(officer, meeting, id, 0, "outcome", "TWO", "reason", "补充材料改变了核实的事实"))
			.hasStatus3xxRedirection();
	}

	private void back(long application, String resource) {
		assertThat(this.mvc.post()
			.uri("/applications/" + application + "/" + resource)
			.param("version", "" + this.chain.one(this.school.officer(), application).version())
			.param("reason", "收入与邻居所说不符")
			.with(as(this.school.officer()))).hasStatus3xxRedirection();
	}

	@Test
	void undecidedCasesKeepTheMeetingOpen() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		assertThat(step(this.school.officer(), meeting, "submission")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("还有 1 人未评审");
	}

	@Test
	void confirmingPassesTheCasesWithTheirTier() {
		var pass = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var fail = this.chain.appraised(this.school, "郑例二", CaseChain.THREE);
		var later = this.chain.appraised(this.school, "王例三", CaseChain.ONE);
		var meeting = open();
		decide(this.school.officer(), meeting, pass, 0, "outcome", "TWO");
		decide(this.school.officer(), meeting, fail, 0, "outcome", "NONE", "reason", "父亲已有稳定工作，收入明显增加");
		decide(this.school.officer(), meeting, later, 0, "outcome", "POSTPONED", "reason", "缺出院结算单，下次会议再评");
		assertThat(step(this.school.officer(), meeting, "submission")).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/meetings/" + meeting + "/confirmation").with(as(this.school.principal())))
			.hasStatusOk()
			.bodyText()
			.contains("确认第 1 次评审会结果", "1,500.00 元（壹仟伍佰元整）", "我已核对 3 人")
			.doesNotContain("??");
		assertThat(step(this.school.principal(), meeting, "confirmation")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请先勾选");
		assertThat(step(this.school.principal(), meeting, "confirmation", "checked", "true")).hasStatus3xxRedirection();
		assertThat(this.chain.one(this.school.officer(), pass).decidedTier()).isEqualTo(Tier.TWO);
		assertThat(status(pass)).isEqualTo(ApplicationStatus.PASSED);
		assertThat(status(fail)).isEqualTo(ApplicationStatus.NOT_PASSED);
		assertThat(status(later)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(this.mvc.get().uri("/applications/" + fail).with(as(this.school.headTeacher()))).bodyText()
			.contains("不予认定", "父亲已有稳定工作");
		assertThat(page(this.school.officer(), meeting)).bodyText()
			.contains("已确认", this.school.principal().name(), "的 3 份申请，定等级", "通过 1 人，不予认定 1 人，留待下次 1 人", "不少于 5 个工作日")
			.doesNotContain("??");
	}

	@Test
	void aCaseThatCameBackTellsWhyAndIsDecidedByItself() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		var officer = this.school.officer();
		decide(officer, meeting, id, 0, "outcome", "TWO");
		step(officer, meeting, "submission");
		step(this.school.principal(), meeting, "confirmation", "checked", "true");
		officer.scope().call(() -> {
			this.applications.backToReview(officer, id, "请重新核实家庭车辆");
			return true;
		});
		assertThat(this.mvc.get().uri("/applications/" + id).with(as(officer))).bodyText()
			.contains("已退回重评", "这个结果已不作数", "请重新核实家庭车辆")
			.doesNotContain("??");
		var second = open();
		assertThat(page(officer, second)).bodyText().contains("退回重评", "请重新核实家庭车辆");
		assertThat(this.mvc.get().uri(decision(second, id)).with(as(officer))).bodyText()
			.contains("退回重新评审", "请重新核实家庭车辆", "打开申请，看异议");
		assertThat(officer.scope()
			.call(() -> this.decisions.decideAsSuggested(officer, second, Set.of(id), new Shown(Map.of()))))
			.extracting(BatchResult::refusal)
			.containsExactly("review.batch.returned");
	}

	@Test
	void theParentsReadWhatWasDecidedAndOnWhat() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var officer = this.school.officer();
		var meeting = open();
		var pupil = this.chain.one(officer, id).enrolmentId();
		var paper = "/students/" + pupil + "/assessments/paper?year=" + this.chain.one(officer, id).year().firstYear();
		decide(officer, meeting, id, 0, "outcome", "THREE", "reason", "父亲已有稳定工作，收入明显增加");
		step(officer, meeting, "submission");
		assertThat(this.pages.page(officer, paper).select(".paper").text()).contains("建议等级为：二级", "不是最后决定");
		step(this.school.principal(), meeting, "confirmation", "checked", "true");
		// Another run of the numbers changes nothing of what was decided.
		this.clock.set(MutableClock.START.plusDays(3));
		this.pages.post(officer, "/students/" + pupil + "/assessments", Map.of());
		var text = this.pages.page(this.school.headTeacher(), paper).select(".paper").text();
		assertThat(text)
			.contains("2026年10月14日 由学校负责人确认，认定等级为：三级", "理由：父亲已有稳定工作，收入明显增加", "并在 2026年10月14日 按", "学校会重新测算，并按规定调整等级")
			.doesNotContain("建议等级为", "不是最后决定", "??");
		assertThat(
				this.pages.page(this.school.headTeacher(), "/applications/" + id).select("a[href*=/assessments/paper]"))
			.hasSize(1);
		assertThat(
				this.pages.page(this.school.principal(), "/applications/" + id).select("a[href*=/assessments/paper]"))
			.isEmpty();
	}

	@Test
	void aCaseThatCameBackAfterTheMeetingWaitsForTheNext() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var officer = this.school.officer();
		confirmed(id);
		var other = this.chain.appraised(this.school, "郑例二", CaseChain.THREE);
		var second = open();
		this.clock.set(MutableClock.START.plusDays(3));
		officer.scope().call(() -> {
			this.applications.backToReview(officer, id, "请重新核实家庭车辆");
			return true;
		});
		assertThat(page(officer, second)).hasStatusOk()
			.bodyText()
			.contains("等下次会议：林例一", "还有 1 人未评审")
			.doesNotContain("??");
		assertThat(decide(officer, second, id, 0, "outcome", "TWO")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("在这次会议之后才交到（或退回）评审");
		decide(officer, second, other, 0, "outcome", "THREE");
		assertThat(step(officer, second, "submission")).hasStatus3xxRedirection();
		assertThat(step(this.school.principal(), second, "confirmation", "checked", "true")).hasStatus3xxRedirection();
		assertThat(status(id)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void aSignedDecisionIsTakenBackUntilANoticeHasTakenItsList() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var officer = this.school.officer();
		var first = confirmed(id);
		assertThat(retract(officer, id, "有误")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(retract(this.school.reviewer(), id, "有误")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("只有确认它的人");
		assertThat(retract(this.school.principal(), id, "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明原因", "撤回这个结果");
		assertThat(retract(this.school.principal(), id, "漏看了出院结算单")).hasStatus3xxRedirection();
		assertThat(status(id)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(this.trail.entries(this.school.principal(), "application.return")).isOne();
		assertThat(page(officer, first)).bodyText().contains("林例一", "5 比 0");
		assertThat(this.mvc.get().uri("/applications/" + id).with(as(this.school.principal()))).bodyText()
			.contains("这个结果已不作数", "漏看了出院结算单")
			.doesNotContain("撤回这个结果", "??");
		confirmed(id);
		var notice = officer.scope()
			.call(() -> this.notices.draft(officer, this.chain.round(this.school).id(), false, new NoticePlan(
					LocalDate.of(2026, 10, 19), 5, new NoticeContact("学校学生资助办公室", "沈样一", "0900-0000000", null, null))));
		assertThat(officer.scope().call(() -> this.notices.check(officer, notice))).isEmpty();
		assertThat(retract(this.school.principal(), id, "再看一次")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("公示已取定名单");
	}

	/** The case decided and signed at a meeting of its own. */
	private long confirmed(long application) {
		var meeting = open();
		decide(this.school.officer(), meeting, application, 0, "outcome", "TWO");
		step(this.school.officer(), meeting, "submission");
		assertThat(this.mvc.get().uri(decision(meeting, application)).with(as(this.school.officer())).exchange())
			.hasRedirectedUrl("/meetings/" + meeting);
		step(this.school.principal(), meeting, "confirmation", "checked", "true");
		assertThat(status(application)).isEqualTo(ApplicationStatus.PASSED);
		return meeting;
	}

	private MvcTestResult retract(Actor actor, long application, String reason) {
		return this.pages.post(actor, "/applications/" + application + "/retraction",
				Map.of("version", "" + this.chain.one(this.school.officer(), application).version(), "reason", reason));
	}

	@Test
	void thePrincipalMayReturnItAndTheOfficerCorrects() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		decide(this.school.officer(), meeting, id, 0, "outcome", "TWO");
		step(this.school.officer(), meeting, "submission");
		assertThat(decide(this.school.officer(), meeting, id, 1, "outcome", "TWO"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(step(this.school.principal(), meeting, "correction")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明原因");
		assertThat(step(this.school.principal(), meeting, "correction", "reason", "因".repeat(301)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("原因超过 300 字");
		var stale = this.pages.post(this.school.principal(), "/meetings/" + meeting + "/correction",
				Map.of("version", "0", "reason", "请复核林例一的医疗支出", "seen", id + ":TWO"));
		assertThat(stale).hasStatus(HttpStatus.CONFLICT);
		assertThat(Pages.page(stale).select(".note-warn").text()).contains("可从这里复制", "请复核林例一的医疗支出")
			.doesNotContain(":TWO");
		var signed = this.pages.post(this.school.principal(), "/meetings/" + meeting + "/confirmation",
				Map.of("version", "0", "checked", "true", "seen", id + ":TWO"));
		assertThat(signed).hasStatus(HttpStatus.CONFLICT);
		assertThat(Pages.page(signed).text()).doesNotContain(id + ":TWO", "可从这里复制");
		assertThat(step(this.school.principal(), meeting, "correction", "reason", "请复核林例一的医疗支出"))
			.hasStatus3xxRedirection();
		assertThat(page(this.school.officer(), meeting)).bodyText().contains("请复核林例一的医疗支出", "进行中");
		assertThat(status(id)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void whoRecordsDoesNotConfirm() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		decide(this.school.officer(), meeting, id, 0, "outcome", "TWO");
		step(this.school.officer(), meeting, "submission");
		var officer = this.school.officer();
		var both = new Actor(officer.userId(), officer.username(), officer.name(), Set.of(Role.OFFICER, Role.PRINCIPAL),
				officer.schoolId(), officer.orgName(), officer.scope());
		var version = version(meeting);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> both.scope().call(() -> {
			this.signings.confirm(both, meeting, version, new Shown(Map.of()));
			return true;
		})).withMessage("review.meeting.same-person");
		assertThat(step(officer, meeting, "confirmation", "checked", "true")).hasStatus(HttpStatus.FORBIDDEN);
		TestDatabase
			.asOwner("insert into user_role (user_id, role) values (%d, 'PRINCIPAL')".formatted(officer.userId()));
		var page = this.mvc.get().uri("/meetings/" + meeting + "/confirmation").with(as(officer)).exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("须由另一人确认", "aria-describedby=\"own\"")
			.doesNotContain("type=\"submit\">确认评审结果");
		assertThat(step(officer, meeting, "confirmation", "checked", "true"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("须由另一人确认");
		assertThat(status(id)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void oneMeetingAtATimeWithAQuorumAndCases() {
		assertThat(open(this.school.officer(), 5)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("还没有班评完成的申请");
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		assertThat(open(this.school.officer(), 4)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("到会至少 5 人，现在填了 4 人", "value=\"第二会议室\"");
		assertThat(open(this.school.officer(), 5)).hasStatus3xxRedirection();
		assertThat(open(this.school.officer(), 5)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("第 1 次评审会还没有结束");
	}

	@Test
	void otherRolesAndSchoolsStayOut() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		assertThat(page(this.school.headTeacher(), meeting)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(page(this.school.otherOfficer(), meeting)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(open(this.school.reviewer(), 5)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aConfirmedMeetingIsARecord() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		decide(this.school.officer(), meeting, id, 0, "outcome", "TWO");
		step(this.school.officer(), meeting, "submission");
		step(this.school.principal(), meeting, "confirmation", "checked", "true");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.school.officer()
					.scope()
					.call(() -> this.transactions.execute((status) -> this.jdbc
						.sql("update meeting_decision set outcome = 'ONE' where meeting_id = ?")
						.param(meeting)
						.update())));
	}

	@Test
	void aDayThatCannotBeIsRefusedWithWhatWasTyped() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		for (var day : new String[][] { { "2020-01-01", "日期早于本轮认定开始的 2026-10-12" },
				{ "2026-10-13", "林例一的申请在 2026-10-14 才建立" }, { "2026-10-15", "日期还没有到" }, { "2026年", "请填日期，格式为" } }) {
			var answer = open(this.school.officer(), day[0], "09:00", 5);
			assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains(day[1], "value=\"" + day[0] + "\"", "value=\"第二会议室\"");
		}
		assertThat(open(this.school.officer(), "2026-10-14", "九点", 5)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请填时间，格式为", "value=\"九点\"", "value=\"第二会议室\"");
	}

	@Test
	void whileOneIsOpenTheFormOfAnotherLeadsToIt() {
		this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var meeting = open();
		assertThat(this.mvc.get().uri("/meetings/new").with(as(this.school.officer())).exchange())
			.hasRedirectedUrl("/meetings/" + meeting);
	}

	private long open() {
		return open(5);
	}

	private long open(int present) {
		var address = Objects.requireNonNull(open(this.school.officer(), present).getResponse().getRedirectedUrl());
		assertThat(address).startsWith("/meetings/");
		return Long.parseLong(address.substring("/meetings/".length()));
	}

	private MvcTestResult open(Actor actor, int present) {
		return open(actor, "2026-10-14", "09:00", present);
	}

	private MvcTestResult open(Actor actor, String day, String time, int present) {
		var request = this.mvc.post()
			.uri("/meetings")
			.param("round", "" + this.chain.round(this.school).id())
			.param("heldOn", day)
			.param("startedAt", time)
			.param("place", "第二会议室")
			.param("chair", "杨样三");
		var names = new String[] { "杨样三", "教师样三", "教师样四", "家长样五", "家长样六", "秦样五" };
		var kinds = new String[] { "LEADER", "TEACHER", "TEACHER", "PARENT", "PARENT", "LEADER" };
		for (var n = 0; n < names.length; n++) {
			request.param("members[" + n + "].kind", kinds[n])
				.param("members[" + n + "].name", names[n])
				.param("members[" + n + "].absence", (n < present) ? "" : "公出");
		}
		return request.with(as(actor)).exchange();
	}

	private static String decision(long meeting, long application) {
		return "/meetings/" + meeting + "/decisions/" + application;
	}

	private MvcTestResult decide(Actor actor, long meeting, long application, int version, String... fields) {
		var request = this.mvc.post().uri(decision(meeting, application)).param("version", "" + version);
		for (var n = 0; n < fields.length; n += 2) {
			request.param(fields[n], fields[n + 1]);
		}
		return request.with(as(actor)).exchange();
	}

	private MvcTestResult step(Actor actor, long meeting, String resource, String... fields) {
		var request = this.mvc.post()
			.uri("/meetings/" + meeting + "/" + resource)
			.param("version", "" + version(meeting));
		for (var n = 0; n < fields.length; n += 2) {
			request.param(fields[n], fields[n + 1]);
		}
		if (resource.equals("confirmation")) {
			request.param("seen",
					actor.scope().call(() -> this.signings.shown(actor, this.meetings.one(actor, meeting))).token());
		}
		return request.with(as(actor)).exchange();
	}

	private int version(long meeting) {
		var officer = this.school.officer();
		return officer.scope().call(() -> this.meetings.one(officer, meeting)).version();
	}

	private MvcTestResult page(Actor actor, long meeting) {
		return this.mvc.get().uri("/meetings/" + meeting).with(as(actor)).exchange();
	}

	private ApplicationStatus status(long application) {
		return this.chain.one(this.school.officer(), application).status();
	}

}
