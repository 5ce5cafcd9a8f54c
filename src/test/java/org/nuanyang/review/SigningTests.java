package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
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
		assertThat(officer.scope().call(() -> this.meetings.one(officer, this.meeting)).status())
			.isEqualTo(MeetingStatus.CONFIRMED);
		assertThat(officer.scope().call(() -> this.meetings.signedDecision(this.near))).get()
			.extracting(DecisionView::signedBy)
			.isEqualTo(this.school.reviewer().name());
		assertThat(this.trail.entries(this.school.reviewer(), "review.meeting-confirmed")).isOne();
	}

	@Test
	void aReviewerSignsNothingElse() {
		meet("教师样三", AttendeeKind.LEADER);
		assertThat(page(this.school.reviewer())).hasStatusOk().bodyText().contains("没有要您确认的结果");
		assertThat(confirm(this.school.reviewer())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(status(this.near)).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
	}

	@Test
	void aReviewerWhoIsNoLeaderDoesNotStepIn() {
		meet(this.school.principal().name(), AttendeeKind.TEACHER);
		assertThat(confirm(this.school.reviewer())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有要您确认的结果");
		assertThat(
				this.mvc.get().uri("/meetings/" + this.meeting + "/confirmation").with(as(this.school.headTeacher())))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void whatIsSignedStaysWhenTheRestIsGivenBack() {
		meet(this.school.principal().name(), AttendeeKind.LEADER);
		assertThat(confirm(this.school.principal())).hasStatus3xxRedirection();
		assertThat(step(this.school.reviewer(), "correction", "reason", "请补充表决情况")).hasStatus3xxRedirection();
		assertThat(step(this.school.officer(), "cancellation", "reason", "重来"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已有部分结果被确认，不能取消");
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
			this.meetings.submit(officer, opened.id(), this.meetings.one(officer, opened.id()).version());
			return opened.id();
		});
	}

	private void decide(long id, long application, Set<String> away) {
		var officer = this.school.officer();
		var suggested = this.chain.one(officer, application).suggestedTier();
		this.meetings.decide(officer, id, application, 0,
				new Ruling(Outcome.of(suggested), Votes.unanimous(6 - away.size()), "", away));
	}

	private MvcTestResult page(Actor actor) {
		return this.mvc.get().uri("/meetings/" + this.meeting + "/confirmation").with(as(actor)).exchange();
	}

	private MvcTestResult confirm(Actor actor) {
		return step(actor, "confirmation", "checked", "true");
	}

	private MvcTestResult step(Actor actor, String resource, String field, String value) {
		var officer = this.school.officer();
		var version = officer.scope().call(() -> this.meetings.one(officer, this.meeting)).version();
		return this.mvc.post()
			.uri("/meetings/" + this.meeting + "/" + resource)
			.header("Referer",
					"http://localhost/meetings/" + this.meeting
							+ (resource.equals("confirmation") ? "/confirmation" : ""))
			.param("version", "" + version)
			.param(field, value)
			.with(as(actor))
			.exchange();
	}

	private ApplicationStatus status(long application) {
		return this.chain.one(this.school.officer(), application).status();
	}

}
