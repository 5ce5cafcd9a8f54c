package org.nuanyang.inbox;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
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
		assertThat(messages(this.school.finance())).hasSize(before + 1).anyMatch((line) -> line.contains("提醒您："));
		assertThat(Pages.page(this.pages.post(this.school.officer(), "/reminders", sent)).text()).contains("今天已经提醒过");
		assertThat(this.pages.post(this.school.officer(), "/reminders", Map.of("key", "x", "path", "/")))
			.hasStatus(422);
		assertThat(this.pages.post(this.school.county(), "/reminders", sent)).hasStatus(403);
		assertThat(this.trail.entries(this.school.officer(), "inbox.reminded")).isOne();
	}

	private List<String> messages(Actor actor) {
		return this.pages.page(actor, "/messages").select(".todo li").eachText();
	}

}
