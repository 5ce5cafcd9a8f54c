package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.programme.Tier;
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

/** Who stays away from a case does not sign its decision; somebody else does. */
@IntegrationTest
class SigningTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private MeetingService meetings;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private TestSchool school;

	private long near;

	private long plain;

	private long meeting;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
		this.near = this.chain.appraised(this.school, "林例一", CaseChain.TWO);
		this.plain = this.chain.appraised(this.school, "郑例二", CaseChain.THREE);
	}

	@Test
	void thePrincipalSignsTheOthersAndALeaderWhoSatSignsTheRecusedCase() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		assertThat(page(this.school.principal())).hasStatusOk()
			.bodyText()
			.contains("以下几人不由您确认", this.school.principal().name() + " 回避：林例一", "我已核对 1 人")
			.doesNotContain("??");
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(confirm(this.school.principal())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("您已回避，不能由您确认");
		assertThat(page(this.school.reviewer())).hasStatusOk()
			.bodyText()
			.contains("我已核对 1 人")
			.doesNotContain("以下几人不由您确认");
		assertThat(confirm(this.school.reviewer())).hasStatus3xxRedirection();
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.PASSED);
		var officer = this.school.officer();
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CONFIRMED);
		assertThat(officer.scope().call(() -> this.decisions.lastSigned(this.near))).get()
			.extracting(DecisionView::signedBy)
			.isEqualTo(this.school.reviewer().name());
		assertThat(this.trail.entries(this.school.reviewer(), "review.meeting-confirmed")).isOne();
		var signatures = Pages.page(this.mvc.get().uri("/meetings/" + this.meeting).with(as(officer)).exchange())
			.select("main > ul li")
			.eachText();
		assertThat(signatures).hasSize(2)
			.anyMatch((line) -> line.startsWith(this.school.principal().name()) && line.endsWith("确认 1 人的结果：郑例二"))
			.anyMatch((line) -> line.startsWith(this.school.reviewer().name()) && line.endsWith("确认 1 人的结果：林例一"));
	}

	@Test
	void aReviewerSignsNothingElse() {
		meet("教师样三", AttendeeKind.LEADER);
		assertThat(page(this.school.reviewer())).hasStatusOk().bodyText().contains("没有要您确认的结果");
		assertThat(confirm(this.school.reviewer())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void aCaseThatNobodyCouldSignIsNotHandedOver() {
		record(this.school.principal().name(), AttendeeKind.TEACHER);
		assertThat(this.mvc.get().uri("/meetings/" + this.meeting).with(as(this.school.officer()))).bodyText()
			.contains("林例一：本件回避的人是唯一能确认的人", "加一位有账号、不回避的学校领导")
			.doesNotContain("??");
		assertThat(step(this.school.officer(), "submission", "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一：本件回避的人是唯一能确认的人");
		var officer = this.school.officer();
		officer.scope().call(() -> {
			this.decisions.decide(officer, this.meeting, this.near, 1,
					new Ruling(Outcome.POSTPONED, new Votes(0, 0, 0), "校长回避，下次会议再评审", Set.of()));
			return true;
		});
		assertThat(step(officer, "submission", "reason", "")).hasStatus3xxRedirection();
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CONFIRMED);
	}

	@Test
	void whoIsNoMemberIsToldToBeWaitedFor() {
		TestDatabase.asOwner("insert into user_role (user_id, role) values (%d, 'PRINCIPAL')"
			.formatted(this.school.headTeacher().userId()));
		record(this.school.principal().name(), AttendeeKind.TEACHER);
		assertThat(this.mvc.get().uri("/meetings/" + this.meeting).with(as(this.school.officer()))).bodyText()
			.contains("林例一：能确认本件的人没有到会")
			.doesNotContain("是唯一能确认的人", "??");
		assertThat(step(this.school.officer(), "submission", "reason", "")).hasStatus3xxRedirection();
	}

	@Test
	void whatNobodyCanSignAnyMoreGoesBeforeAnotherMeeting() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		TestDatabase.asOwner("update app_user set disabled = true where id = " + this.school.reviewer().userId());
		assertThat(page(this.school.principal())).bodyText().contains("请退回资助专干", "name=\"reason\"");
		assertThat(step(this.school.principal(), "correction", "reason", "没有人能确认林例一，请移出")).hasStatus3xxRedirection();
		var officer = this.school.officer();
		assertThat(step(officer, "cancellation", "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明原因", "移出未确认的，结束会议");
		assertThat(step(officer, "cancellation", "reason", "校长回避，下次会议再评审")).hasStatus3xxRedirection();
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CONFIRMED);
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(officer.scope().call(() -> this.decisions.ofMeeting(this.meeting)))
			.extracting(DecisionView::applicationId)
			.containsExactly(this.plain);
		assertThat(this.mvc.get().uri("/meetings/" + this.meeting).with(as(officer))).bodyText()
			.contains("未确认的已移出本次会议", "校长回避，下次会议再评审", "郑例二")
			.doesNotContain("林例一", "??");
		assertThat(this.trail.entries(officer, "review.meeting-closed")).isOne();
		assertThat(this.trail.entries(officer, "review.taken-out")).isOne();
		assertThat(this.mvc.get().uri("/meetings/new").with(as(officer))).hasStatusOk();
	}

	@Test
	void aCaseWithdrawnSinceThePageWasOpenedIsToldBeforeTheOthersAreSigned() {
		meet("教师样三", AttendeeKind.LEADER);
		var both = seen(this.school.principal());
		assertThat(take(this.school.headTeacher(), this.near, "withdrawal")).hasStatus3xxRedirection();
		assertThat(this.trail.entries(this.school.headTeacher(), "review.taken-out")).isOne();
		assertThat(confirm(this.school.principal(), both)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("有 1 人已不在其中（撤回或退回）：林例一", "我已核对 1 人", "name=\"seen\" value=\"" + this.plain + ":THREE\"")
			.doesNotContain("??");
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(this.trail.entries(this.school.principal(), "review.meeting-confirmed")).isZero();
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CONFIRMED);
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.WITHDRAWN);
	}

	/** It would wait for the principal for ever. */
	@Test
	void aMeetingWithNothingLeftToSignEndsByItself() {
		meet("教师样三", AttendeeKind.LEADER);
		var both = seen(this.school.principal());
		take(this.school.headTeacher(), this.near, "withdrawal");
		assertThat(meeting().status()).isEqualTo(MeetingStatus.AWAITING_CONFIRMATION);
		take(this.school.headTeacher(), this.plain, "withdrawal");
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
		assertThat(this.trail.entries(this.school.headTeacher(), "review.meeting-cancelled")).isOne();
		assertThat(board()).contains("名单上的申请都已退回或撤回");
		var late = this.mvc.get()
			.uri("/meetings/" + this.meeting + "/confirmation")
			.with(as(this.school.principal()))
			.exchange();
		assertThat(late).hasRedirectedUrl("/meetings/" + this.meeting);
		assertThat(Objects.requireNonNull(late.getMvcResult().getFlashMap()).get("done"))
			.isInstanceOfSatisfying(Flash.class, (done) -> assertThat(done.key()).isEqualTo("review.confirm.closed"));
		assertThat(confirm(this.school.principal(), both)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("会议现在是“已取消”", "名单上的申请都已退回或撤回")
			.doesNotContain("??");
	}

	@Test
	void whatIsSignedIsTheRecordWhenTheRestGoesBack() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		confirm(this.school.principal());
		take(this.school.headTeacher(), this.near, "withdrawal");
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CONFIRMED);
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
	}

	@Test
	void anEmptyMeetingIsNotHandedOverAndSaysWhatToDo() {
		record("教师样三", AttendeeKind.LEADER);
		take(this.school.headTeacher(), this.near, "withdrawal");
		take(this.school.headTeacher(), this.plain, "withdrawal");
		assertThat(meeting().status()).isEqualTo(MeetingStatus.OPEN);
		assertThat(board()).contains("现在没有要评审的孩子").doesNotContain("通过 0 人");
		assertThat(step(this.school.officer(), "submission", "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(step(this.school.officer(), "cancellation", "reason", "都退回了")).hasStatus3xxRedirection();
	}

	@Test
	void whatWasDecidedBeforeTheClassLookedAgainIsNotSigned() {
		meet("教师样三", AttendeeKind.LEADER);
		assertThat(take(this.school.officer(), this.near, "reappraisal")).hasStatus3xxRedirection();
		assertThat(this.trail.entries(this.school.officer(), "review.taken-out")).isOne();
		this.chain.appraise(this.school, this.near, Tier.THREE);
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void whatWasSentBackForCorrectionIsNotSigned() {
		meet("教师样三", AttendeeKind.LEADER);
		assertThat(take(this.school.headTeacher(), this.near, "correction")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(take(this.school.officer(), this.near, "correction")).hasStatus3xxRedirection();
		assertThat(this.trail.entries(this.school.officer(), "review.taken-out")).isOne();
		assertThat(this.trail.entries(this.school.officer(), "application.send_back")).isOne();
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.SENT_BACK);
		assertThat(this.chain.one(this.school.officer(), this.near).classTier()).isNull();
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
	}

	@Test
	void whatIsVisitedOnceMoreIsNotSigned() {
		meet("教师样三", AttendeeKind.LEADER);
		returnToVisit(this.school.officer(), this.near);
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(status(this.plain)).isEqualTo(ApplicationStatus.PASSED);
	}

	@Test
	void theLeaderMayAskForAnotherVisitWhileTheMeetingIsOpen() {
		record("教师样三", AttendeeKind.LEADER);
		returnToVisit(this.school.principal(), this.near);
		var officer = this.school.officer();
		assertThat(officer.scope().call(() -> this.decisions.ofMeeting(this.meeting)))
			.extracting(DecisionView::applicationId)
			.containsExactly(this.plain);
	}

	@Test
	void whoeverAsksForAnotherVisitMayDoSoAtEitherTime() {
		record("教师样三", AttendeeKind.LEADER);
		returnToVisit(this.school.officer(), this.near);
		var officer = this.school.officer();
		officer.scope().call(() -> {
			this.meetings.submit(officer, this.meeting, this.meetings.one(officer, this.meeting).version());
			return true;
		});
		returnToVisit(this.school.principal(), this.plain);
	}

	private void returnToVisit(Actor actor, long application) {
		assertThat(take(this.school.headTeacher(), application, "revisit")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(take(actor, application, "revisit")).hasStatus3xxRedirection();
		assertThat(this.trail.entries(actor, "review.taken-out")).isOne();
		assertThat(this.trail.entries(actor, "application.return_to_visit")).isOne();
		assertThat(status(application)).isEqualTo(ApplicationStatus.ACCEPTED);
		var returned = this.chain.one(this.school.officer(), application);
		assertThat(returned.assessmentId()).isNull();
		assertThat(returned.suggestedTier()).isNull();
		assertThat(returned.classTier()).isNull();
	}

	private MvcTestResult take(Actor actor, long application, String resource) {
		return this.mvc.post()
			.uri("/applications/" + application + "/" + resource)
			.param("version", "" + this.chain.one(actor, application).version())
			.param("reason", "家长带来了新的证明")
			.with(as(actor))
			.exchange();
	}

	@Test
	void whatIsHandedOverAndUnsignedMayBeCancelledAsAWhole() {
		meet("教师样三", AttendeeKind.LEADER);
		assertThat(step(this.school.reviewer(), "cancellation", "reason", "重来")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(step(this.school.officer(), "cancellation", "reason", "出席填错")).hasStatus3xxRedirection();
		assertThat(meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
		assertThat(this.trail.entries(this.school.officer(), "review.meeting-cancelled")).isOne();
	}

	@Test
	void whatIsSignedStaysWhenTheRestIsGivenBack() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(step(this.school.reviewer(), "correction", "reason", "请补充表决情况")).hasStatus3xxRedirection();
		assertThat(step(this.school.officer(), "submission", "reason", "")).hasStatus3xxRedirection();
		assertThat(confirm(this.school.reviewer())).hasStatus3xxRedirection();
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.PASSED);
	}

	@Test
	void theDatabaseRefusesTheSignatureToo() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		var principal = this.school.principal();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> principal.scope()
			.call(() -> this.transactions.execute((status) -> this.jdbc.sql(
					"update meeting_decision set signed_by = ?, signed_by_name = ?, signed_at = now() where application_id = ?")
				.params(principal.userId(), principal.name(), this.near)
				.update())))
			.withStackTraceContaining("does not sign");
	}

	/** A meeting handed over, at which somebody stayed away from the first case. */
	private void meet(String away, AttendeeKind reviewer) {
		record(away, reviewer);
		var officer = this.school.officer();
		officer.scope().call(() -> {
			this.meetings.submit(officer, this.meeting, this.meetings.one(officer, this.meeting).version());
			return true;
		});
	}

	private MeetingView meeting() {
		var officer = this.school.officer();
		return officer.scope().call(() -> this.meetings.one(officer, this.meeting));
	}

	/** The same, not handed over yet. */
	private void record(String away, AttendeeKind reviewer) {
		var officer = this.school.officer();
		this.meeting = officer.scope().call(() -> {
			var members = List.of(new MeetingPlan.Member(AttendeeKind.LEADER, this.school.principal().name()),
					new MeetingPlan.Member(reviewer, this.school.reviewer().name()),
					new MeetingPlan.Member(AttendeeKind.TEACHER, "教师样三"),
					new MeetingPlan.Member(AttendeeKind.TEACHER, "教师样四"),
					new MeetingPlan.Member(AttendeeKind.PARENT, "家长样五"),
					new MeetingPlan.Member(AttendeeKind.PARENT, "家长样六"));
			var opened = this.meetings.open(officer, new MeetingPlan(this.chain.round(this.school).id(),
					LocalDateTime.of(2026, 10, 14, 9, 0), "第二会议室", this.school.principal().name(), members));
			decide(opened.id(), this.near, Set.of(away));
			decide(opened.id(), this.plain, Set.of());
			return opened.id();
		});
	}

	private void decide(long id, long application, Set<String> away) {
		var officer = this.school.officer();
		var suggested = this.chain.one(officer, application).suggestedTier();
		this.decisions.decide(officer, id, application, 0,
				new Ruling(Outcome.of(suggested), Votes.unanimous(6 - away.size()), "", away));
	}

	private String board() {
		return Pages.page(this.mvc.get().uri("/meetings/" + this.meeting).with(as(this.school.officer())).exchange())
			.text();
	}

	private MvcTestResult page(Actor actor) {
		return this.mvc.get().uri("/meetings/" + this.meeting + "/confirmation").with(as(actor)).exchange();
	}

	private MvcTestResult confirm(Actor actor) {
		return confirm(actor, seen(actor));
	}

	private MvcTestResult confirm(Actor actor, String seen) {
		return step(actor, "confirmation", Map.of("checked", "true", "seen", seen));
	}

	private String seen(Actor actor) {
		return Pages.page(page(actor)).select("[name=seen]").val();
	}

	private MvcTestResult step(Actor actor, String resource, String field, String value) {
		return step(actor, resource, Map.of(field, value));
	}

	private MvcTestResult step(Actor actor, String resource, Map<String, String> fields) {
		var version = meeting().version();
		var request = this.mvc.post()
			.uri("/meetings/" + this.meeting + "/" + resource)
			.header("Referer",
					"http://localhost/meetings/" + this.meeting
							+ (resource.equals("confirmation") ? "/confirmation" : ""))
			.param("version", "" + version)
			.with(as(actor));
		fields.forEach(request::param);
		return request.exchange();
	}

	private ApplicationStatus status(long application) {
		return this.chain.one(this.school.officer(), application).status();
	}

}
