package org.nuanyang.inbox;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What others change in one's cases comes as a message, to those who may see the case.
 */
@IntegrationTest
@Import(Payday.class)
class InboxTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Cases cases;

	@Autowired
	private Cast cast;

	@Autowired
	private OrgService orgs;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	private Payday.Ready ready;

	@BeforeEach
	void twoRecognised() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		this.school = this.ready.school();
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void theHeadTeacherOfTheClassHearsOfIt() {
		assertThat(messages(this.school.headTeacher())).hasSize(2)
			.anySatisfy((line) -> assertThat(line).contains("认定已生效：林例一 五年级(2)班"));
		assertThat(messages(this.school.otherHeadTeacher())).isEmpty();
		assertThat(messages(this.school.finance())).isEmpty();
		assertThat(messages(this.school.otherOfficer())).isEmpty();
		assertThat(messages(this.school.officer())).anyMatch((line) -> line.contains("备案已接收"))
			.noneMatch((line) -> line.contains("林例一"));
		assertThat(messages(this.school.county())).anyMatch((line) -> line.contains("报来备案名单"));
		assertThat(this.pages.page(this.school.headTeacher(), "/").select("header a[href=/messages]").text())
			.contains("2");
	}

	@Test
	void openingOneReadsItAndLeadsToTheCase() {
		var form = this.pages.page(this.school.headTeacher(), "/messages")
			.select(".todo form")
			.eachAttr("action")
			.getLast();
		assertThat(this.pages.post(this.school.otherHeadTeacher(), form, Map.of())).hasStatus(404);
		var answer = this.pages.post(this.school.headTeacher(), form, Map.of());
		assertThat(answer).hasStatus3xxRedirection();
		var path = answer.getResponse().getRedirectedUrl();
		assertThat(path).startsWith("/applications/");
		assertThat(this.pages.get(this.school.headTeacher(), path)).hasStatusOk();
		assertThat(messages(this.school.headTeacher())).hasSize(1);
		assertThat(this.pages.page(this.school.headTeacher(), "/messages?unread=false").select(".todo li")).hasSize(2);
		this.pages.post(this.school.headTeacher(), "/messages/reading", Map.of());
		assertThat(messages(this.school.headTeacher())).isEmpty();
		this.pages.post(this.school.county(), "/messages/reading", Map.of());
		assertThat(messages(this.school.county())).isEmpty();
	}

	@Test
	void aFailureOfTheBankIsToldAndASuccessIsNot() {
		this.payday.paid(this.ready);
		assertThat(messages(this.school.officer())).noneMatch((line) -> line.contains("发放失败"))
			.anyMatch((line) -> line.contains("发放批次已批准"));
		var other = this.payday.school("10000", "冯例三", "陈例四");
		this.payday.failed(other, "陈例四");
		assertThat(messages(other.school().officer())).anyMatch((line) -> line.contains("银行有发放失败"));
		assertThat(messages(other.school().finance())).noneMatch((line) -> line.contains("银行有发放失败"));
	}

	@Test
	void whoWaitsRemindsOnceADay() {
		this.payday.preparedOnly(this.ready);
		var form = this.pages.page(this.school.officer(), "/")
			.select("form[action=/reminders]:has([value^=disbursement.work.])");
		var sent = Map.of("key", form.select("[name=key]").val(), "path", form.select("[name=path]").val());
		var before = messages(this.school.finance()).size();
		assertThat(this.pages.post(this.school.officer(), "/reminders", sent)).hasStatus3xxRedirection();
		assertThat(messages(this.school.finance())).hasSize(before + 1)
			.anyMatch((line) -> line.contains("提醒您：待复核的发放批次：1 个"));
		var page = this.pages.page(this.school.officer(), "/").select("section[aria-labelledby=work-others]");
		assertThat(page.select("form[action=/reminders]:has([value^=disbursement.work.])")).isEmpty();
		assertThat(page.text()).contains("已提醒 ");
		assertThat(Pages.page(this.pages.post(this.school.officer(), "/reminders", sent)).text()).contains("今天已经有人提醒过");
		var byPrincipal = this.pages.post(this.school.principal(), "/reminders", sent);
		assertThat(Pages.page(byPrincipal).text()).as("whoever reminded").contains("今天已经有人提醒过");
		assertThat(messages(this.school.finance())).hasSize(before + 1);
		this.clock.set(Payday.DAY.plusDays(1));
		assertThat(this.pages.post(this.school.officer(), "/reminders", sent)).hasStatus3xxRedirection();
		assertThat(messages(this.school.finance())).hasSize(before + 2);
		assertThat(this.pages.post(this.school.officer(), "/reminders", Map.of("key", "x", "path", "/")))
			.hasStatus(422);
		assertThat(this.pages.post(this.school.county(), "/reminders", sent)).hasStatus(403);
		assertThat(this.trail.entries(this.school.officer(), "inbox.reminded")).isEqualTo(2);
	}

	@Test
	void eachHeadTeacherReadsWhatWaitsInTheOwnClass() {
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var six = this.pupils.classOf(this.school, 6, 1, this.school.otherHeadTeacher());
		var idle = this.cast.person(this.orgs.place(null, null, this.school.schoolId()), Role.HEAD_TEACHER);
		var round = this.trail.count(this.school.officer(), "select max(id) from aid_round where school_id = ?",
				this.school.schoolId());
		for (var pupil : List.of("冯例三", "陈例四")) {
			accepted(round, five, pupil);
		}
		accepted(round, six, "褚例五");
		var sent = Map.of("key", "application.work.others.VISIT", "path",
				"/applications?round=" + round + "&next=VISIT");
		assertThat(this.pages.page(this.school.officer(), "/").text()).contains("班主任待家访：3 户");
		assertThat(this.pages.post(this.school.officer(), "/reminders", sent)).hasStatus3xxRedirection();
		assertThat(messages(this.school.headTeacher())).anyMatch((line) -> line.contains("提醒您：受理后待家访：2 户"));
		assertThat(messages(this.school.otherHeadTeacher())).anyMatch((line) -> line.contains("提醒您：受理后待家访：1 户"));
		assertThat(messages(idle)).isEmpty();
	}

	private void accepted(long round, ClassView schoolClass, String pupil) {
		var id = this.cases.passed(this.school, round, Tier.TWO, this.pupils.enrol(this.school, schoolClass, pupil),
				schoolClass.id());
		this.cases.set(this.school, id, "ACCEPTED");
	}

	private List<String> messages(Actor actor) {
		return this.pages.page(actor, "/messages").select(".todo li").eachText();
	}

}
