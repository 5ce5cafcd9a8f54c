package org.nuanyang.application;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nuanyang.support.Cast.as;

/**
 * Each step of a case from its page: it works, it refuses, it is forbidden, it is
 * recorded.
 */
@IntegrationTest
class CaseTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private Pupils pupils;

	@Autowired
	private ApplicationService applications;

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
	void theHeadTeacherDrawsUpCasesForSeveralPupilsAtOnce() {
		var schoolClass = this.chain.schoolClass(this.school);
		var one = this.pupils.enrol(this.school, schoolClass, "林例一");
		var two = this.pupils.enrol(this.school, schoolClass, "郑例二");
		var round = this.chain.round(this.school).id();
		var form = this.mvc.get()
			.uri("/applications/new?round=" + round)
			.with(as(this.school.headTeacher()))
			.exchange();
		assertThat(form).hasStatusOk().bodyText().contains("林例一", "郑例二", "五年级(2)班").doesNotContain("??");
		var answer = this.mvc.post()
			.uri("/applications")
			.param("round", "" + round)
			.param("pupils", "" + one, "" + two)
			.with(as(this.school.headTeacher()))
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		var list = this.mvc.get().uri("/applications?round=" + round).with(as(this.school.officer())).exchange();
		assertThat(list).hasStatusOk().bodyText().contains("林例一", "郑例二", "RD-2026-0001", "RD-2026-0002", "草稿");
	}

	@Test
	void aSecondCaseForThePupilIsRefusedUntilTheFirstIsWithdrawn() {
		var id = this.chain.draft(this.school, "林例一");
		var application = this.chain.one(this.school.officer(), id);
		var again = List.of("" + application.enrolmentId());
		assertThat(apply(this.school.headTeacher(), application.roundId(), again))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一 在本轮已有申请");
		assertThat(step(this.school.headTeacher(), id, "withdrawal", "家长不愿申请")).hasStatus3xxRedirection();
		assertThat(apply(this.school.headTeacher(), application.roundId(), again)).hasStatus3xxRedirection();
	}

	@Test
	void afterARefusalTheNewApplicationIsMarkedAndSaysWhatHasChanged() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var principal = this.school.principal();
		principal.scope().run(() -> this.applications.notPass(principal, id, "家庭情况已好转"));
		assertThat(step(this.school.officer(), id, "refusal", null)).hasStatus3xxRedirection();
		var former = this.chain.one(this.school.officer(), id);
		var form = this.mvc.get()
			.uri("/applications/new?round=" + former.roundId())
			.with(as(this.school.headTeacher()))
			.exchange();
		assertThat(form).bodyText().contains("曾申请 " + former.number() + "：不予认定", "重新申请的理由").doesNotContain("未申请");
		var again = List.of("" + former.enrolmentId());
		assertThat(apply(this.school.headTeacher(), former.roundId(), again))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一 在本轮的申请已有结果");
		var answer = this.mvc.post()
			.uri("/applications")
			.param("round", "" + former.roundId())
			.param("pupils", "" + former.enrolmentId())
			.param("renewal", "父亲九月失业")
			.with(as(this.school.headTeacher()))
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		assertThat(this.mvc.get()
			.uri(java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
			.with(as(this.school.headTeacher()))).bodyText()
			.contains("重新申请", "本轮已有结果后重新申请：父亲九月失业", "缺的材料可以以后补", "/applications/" + id);
	}

	@Test
	void pupilsOfAnotherClassAreNotFound() {
		var other = this.pupils.classOf(this.school, 4, 1, this.school.otherHeadTeacher());
		var pupil = this.pupils.enrol(this.school, other, "王例三");
		var round = this.chain.round(this.school).id();
		this.chain.schoolClass(this.school);
		assertThat(apply(this.school.headTeacher(), round, List.of("" + pupil))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get()
			.uri("/applications/new?round=" + round + "&class=" + other.id())
			.with(as(this.school.headTeacher()))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void submittingNeedsTheDeclaredHousehold() {
		var id = this.chain.draft(this.school, "林例一");
		assertThat(page(this.school.headTeacher(), id)).hasStatusOk()
			.bodyText()
			.contains("还没有填写 2026—2027 学年的家庭申报", "aria-disabled=\"true\"")
			.doesNotContain("??");
		assertThat(step(this.school.headTeacher(), id, "submission", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("还没有填写 2026—2027 学年的家庭申报");
		this.chain.declare(this.school, id);
		assertThat(step(this.school.headTeacher(), id, "submission", null)).hasStatus3xxRedirection();
		assertThat(status(id)).isEqualTo(ApplicationStatus.SUBMITTED);
	}

	@Test
	void sendingBackSaysWhatIsMissingAndTheTeacherSubmitsAgain() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThat(step(this.school.officer(), id, "correction", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("“退回补正”必须写明原因");
		assertThat(step(this.school.officer(), id, "correction", "缺户口簿家庭成员页")).hasStatus3xxRedirection();
		assertThat(page(this.school.headTeacher(), id)).bodyText().contains("缺户口簿家庭成员页", "退回补正");
		assertThat(step(this.school.headTeacher(), id, "submission", null)).hasStatus3xxRedirection();
	}

	@Test
	void whatTheOfficerSubmittedWaitsForSomebodyElse() {
		var id = this.chain.draft(this.school, "林例一");
		this.chain.declare(this.school, id);
		assertThat(
				Objects.requireNonNull(step(this.school.officer(), id, "submission", null).getMvcResult().getFlashMap())
					.get("done"))
			.isInstanceOfSatisfying(Flash.class,
					(done) -> assertThat(done.key()).isEqualTo("application.done.SUBMIT.officer"));
		this.chain.submitted(this.school, "郑例二");
		var own = "/applications?round=" + this.chain.round(this.school).id() + "&next=ACCEPT&mine=true";
		assertThat(text(this.school.officer(), "/")).contains("待受理的申请：1 份", "等受理的申请：1 份");
		assertThat(text(this.school.officer(), own)).contains("郑例二", "要我处理 1").doesNotContain("林例一");
		assertThat(text(this.school.principal(), "/")).contains("待受理的申请：1 份").doesNotContain("等受理的申请");
		assertThat(this.mvc.get().uri("/").with(as(this.school.principal()))).bodyText()
			.contains("href=\"" + own.replace("&", "&amp;") + "\"");
		assertThat(text(this.school.principal(), own)).contains("林例一", "要我处理 1").doesNotContain("郑例二");
		TestDatabase.asOwner("insert into user_role (user_id, role) values (%d, 'OFFICER')"
			.formatted(this.school.reviewer().userId()));
		assertThat(text(this.school.principal(), "/")).doesNotContain("待受理的申请");
		assertThat(text(this.school.principal(), own)).doesNotContain("林例一");
	}

	private String text(Actor actor, String path) {
		return Pages.page(this.mvc.get().uri(path).with(as(actor)).exchange()).select("main").text();
	}

	@Test
	void whoSubmitsDoesNotAccept() {
		var id = this.chain.draft(this.school, "林例一");
		this.chain.declare(this.school, id);
		step(this.school.officer(), id, "submission", null);
		assertThat(step(this.school.officer(), id, "acceptance", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这份申请是您提交的，须由另一人受理");
		assertThat(step(this.school.principal(), id, "acceptance", null)).hasStatus3xxRedirection();
	}

	@Test
	void theVisitMovesAnAcceptedCaseOn() {
		var id = this.chain.accepted(this.school, "林例一");
		assertThat(page(this.school.officer(), id)).bodyText().contains("还没有家访");
		this.chain.visit(this.school, id, CaseChain.TWO);
		assertThat(status(id)).isEqualTo(ApplicationStatus.VISITED);
	}

	@Test
	void aVisitMadeBeforeAcceptanceCounts() {
		var id = this.chain.submitted(this.school, "林例一");
		this.chain.visit(this.school, id, CaseChain.TWO);
		assertThat(status(id)).isEqualTo(ApplicationStatus.SUBMITTED);
		step(this.school.officer(), id, "acceptance", null);
		assertThat(status(id)).isEqualTo(ApplicationStatus.VISITED);
	}

	@Test
	void aFamilyIsVisitedAgainAndAssessedAnew() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.NEAR_ONE);
		assertThat(step(this.school.officer(), id, "revisit", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("退回重新家访");
		assertThat(step(this.school.officer(), id, "revisit", "收入与邻居所说不符")).hasStatus3xxRedirection();
		var application = this.chain.one(this.school.officer(), id);
		assertThat(application.status()).isEqualTo(ApplicationStatus.ACCEPTED);
		assertThat(application.assessmentId()).isNull();
		assertThat(application.points()).isNull();
		var again = "%s 2026-10-14 09:30 要求重新家访".formatted(this.school.officer().name());
		var shown = Pages.page(page(this.school.headTeacher(), id));
		assertThat(shown.select("section[aria-labelledby=c-checks] li").get(1).text())
			.contains(again + "：收入与邻居所说不符", "缺")
			.doesNotContain("已家访");
		assertThat(shown.select("section[aria-labelledby=c-checks] a[href^=/visits/new]")).hasSize(1);
		var due = this.mvc.get().uri("/visits").with(as(this.school.headTeacher())).exchange();
		assertThat(Pages.page(due).select("section[aria-labelledby=v-due] li").text())
			.contains("林例一", again + "：收入与邻居所说不符")
			.doesNotContain("还没有家访");
		assertThat(visitForm(application.enrolmentId()).select(".note-warn[role=status]").text())
			.isEqualTo(again + " 收入与邻居所说不符");
		// Handed in once more, it still waits for the visit.
		step(this.school.officer(), id, "correction", "缺材料");
		step(this.school.headTeacher(), id, "submission", null);
		step(this.school.officer(), id, "acceptance", null);
		assertThat(status(id)).isEqualTo(ApplicationStatus.ACCEPTED);
		this.chain.visit(this.school, id, CaseChain.TWO);
		assertThat(status(id)).isEqualTo(ApplicationStatus.VISITED);
		assertThat(visitForm(application.enrolmentId()).select(".note-warn[role=status]")).isEmpty();
		assertThat(page(this.school.headTeacher(), id)).bodyText().contains("本学年已家访").doesNotContain("要求重新家访");
		step(this.school.officer(), id, "assessment", null);
		assertThat(this.chain.one(this.school.officer(), id).points()).isNotNull().isNotEqualTo(68);
	}

	@Test
	void assessingStoresPointsAndTierAndSaysWhy() {
		var id = this.chain.visited(this.school, "林例一", CaseChain.NEAR_ONE);
		assertThat(step(this.school.officer(), id, "assessment", null)).hasStatus3xxRedirection();
		var application = this.chain.one(this.school.officer(), id);
		assertThat(application.points()).isEqualTo(68);
		assertThat(application.suggestedTier()).isEqualTo(Tier.TWO);
		assertThat(application.assessmentId()).isNotNull();
		assertThat(page(this.school.headTeacher(), id)).hasStatusOk()
			.bodyText()
			.contains("为什么是这个等级", "68", "不一致", "39,600.00")
			.doesNotContain("??");
	}

	@Test
	void stepsOutOfTurnAreRefusedInPlainWords() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThat(step(this.school.officer(), id, "assessment", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("现在是“已提交”，不能“按量化表评定”");
	}

	@Test
	void theLaterOfTwoPeopleIsToldAndNothingIsLost() {
		var id = this.chain.submitted(this.school, "林例一");
		var seen = this.chain.one(this.school.officer(), id).version();
		assertThat(step(this.school.officer(), id, "acceptance", null)).hasStatus3xxRedirection();
		var late = this.mvc.post()
			.uri("/applications/" + id + "/correction")
			.param("version", "" + seen)
			.param("reason", "缺材料")
			.with(as(this.school.principal()))
			.exchange();
		assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("刚被别人办过", "（" + this.school.officer().name() + "），现在是“已受理”", "缺材料", "/applications/" + id)
			.doesNotContain("??");
		assertThat(status(id)).isEqualTo(ApplicationStatus.ACCEPTED);
	}

	@Test
	void whoProposedATierDoesNotDecideIt() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var teacher = this.school.headTeacher();
		var both = new Actor(teacher.userId(), teacher.username(), teacher.name(),
				java.util.Set.of(org.nuanyang.kernel.Role.HEAD_TEACHER, org.nuanyang.kernel.Role.PRINCIPAL),
				teacher.schoolId(), teacher.orgName(), teacher.scope());
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> both.scope().call(() -> {
			this.applications.pass(both, id, Tier.TWO, null);
			return true;
		})).withMessage("application.refused.same-person");
		assertThat(status(id)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void strangersAndOtherRolesSeeNothing() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThat(page(this.school.otherOfficer(), id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(this.school.otherHeadTeacher(), id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(step(this.school.otherOfficer(), id, "acceptance", null)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(this.school.finance(), id)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(page(this.school.county(), id)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(step(this.school.headTeacher(), id, "acceptance", null)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get()
			.uri("/applications?round=" + this.chain.round(this.school).id())
			.with(as(this.school.otherHeadTeacher()))).hasStatusOk().bodyText().doesNotContain("林例一");
	}

	@Test
	void everyStepIsInTheHistoryAndTheTrail() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		var officer = this.school.officer();
		var history = officer.scope().call(() -> this.applications.history(officer, id));
		assertThat(history).extracting(CaseEvent::action)
			.containsExactly(ApplicationAction.APPRAISE, ApplicationAction.ASSESS, ApplicationAction.RECORD_VISIT,
					ApplicationAction.ACCEPT, ApplicationAction.SUBMIT, ApplicationAction.CREATE);
		Integer recorded = officer.scope()
			.call(() -> this.transactions.execute((status) -> this.jdbc.sql("""
					select count(*) from audit_entry where subject_type = 'application' and subject_id = ?""")
				.param(id)
				.query((row, number) -> row.getInt(1))
				.single()));
		assertThat(recorded).isEqualTo(6);
	}

	@Test
	void historyIsNeverRewritten() {
		var id = this.chain.submitted(this.school, "林例一");
		assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
			.isThrownBy(() -> this.school.officer()
				.scope()
				.call(() -> this.transactions
					.execute((status) -> this.jdbc.sql("delete from application_event where application_id = ?")
						.param(id)
						.update())));
	}

	@Test
	void theListIsNarrowedAndSearchedByPinyin() {
		this.chain.submitted(this.school, "林例一");
		this.chain.draft(this.school, "郑例二");
		var round = this.chain.round(this.school).id();
		var officer = as(this.school.officer());
		assertThat(this.mvc.get().uri("/applications?round=" + round + "&next=ACCEPT").with(officer)).bodyText()
			.contains("林例一")
			.doesNotContain("郑例二");
		assertThat(this.mvc.get().uri("/applications?round=" + round + "&q=zly").with(officer)).bodyText()
			.doesNotContain("林例一");
		assertThat(this.mvc.get().uri("/applications?round=" + round + "&q=zle").with(officer)).bodyText()
			.contains("郑例二")
			.doesNotContain("林例一");
		assertThat(this.mvc.get().uri("/applications?round=" + round + "&grade=5&tier=ONE").with(officer)).bodyText()
			.contains("没有符合条件的申请");
	}

	private MvcTestResult apply(Actor actor, long round, List<String> pupils) {
		return this.mvc.post()
			.uri("/applications")
			.param("round", "" + round)
			.param("pupils", pupils.toArray(String[]::new))
			.with(as(actor))
			.exchange();
	}

	private Document visitForm(long pupil) {
		return Pages
			.page(this.mvc.get().uri("/visits/new?student=" + pupil).with(as(this.school.headTeacher())).exchange());
	}

	private MvcTestResult page(Actor actor, long id) {
		return this.mvc.get().uri("/applications/" + id).with(as(actor)).exchange();
	}

	private MvcTestResult step(Actor actor, long id, String resource, @Nullable String reason) {
		var request = this.mvc.post()
			.uri("/applications/" + id + "/" + resource)
			.param("version", "" + this.chain.one(this.school.officer(), id).version());
		return ((reason != null) ? request.param("reason", reason) : request).with(as(actor)).exchange();
	}

	private ApplicationStatus status(long id) {
		return this.chain.one(this.school.officer(), id).status();
	}

}
