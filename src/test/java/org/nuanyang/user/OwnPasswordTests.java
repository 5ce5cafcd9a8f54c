package org.nuanyang.user;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Changing the own password. */
@IntegrationTest
class OwnPasswordTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	Actor officer;

	@BeforeEach
	void makeOfficer() {
		this.officer = this.cast.school().officer();
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void aGoodPasswordEndsEverySession() {
		SessionMother.open(this.sessions, this.officer.username());
		assertThat(change(Cast.PASSWORD, "Meadow-Morning-1")).hasRedirectedUrl("/login?changed");
		assertThat(this.sessions.findByPrincipalName(this.officer.username())).isEmpty();
		assertThat(this.trail.entries(this.officer, "user.password-changed")).isOne();
	}

	@Test
	void aWeakOrUsedPasswordIsRefusedWithTheReason() {
		assertThat(change("wrong", "Meadow-Morning-1")).hasStatus(422).bodyText().contains("现在的密码不对");
		assertThat(change(Cast.PASSWORD, "Short-1")).hasStatus(422).bodyText().contains("至少 10 位");
		assertThat(change(Cast.PASSWORD, "meadowmorning")).hasStatus(422).bodyText().contains("至少三类");
		assertThat(change(Cast.PASSWORD, this.officer.username() + "-Aa1x")).hasStatus(422)
			.bodyText()
			.contains("不能含有用户名");
		assertThat(change(Cast.PASSWORD, "晨".repeat(30) + "Aa1")).hasStatus(422).bodyText().contains("72 个字节");
		assertThat(change(Cast.PASSWORD, Cast.PASSWORD)).hasStatus(422).bodyText().contains("最近用过");
		assertThat(this.pages.post(this.officer, "/password",
				Map.of("current", Cast.PASSWORD, "next", "Meadow-Morning-1", "repeat", "Meadow-Morning-2")))
			.hasStatus(422)
			.bodyText()
			.contains("两次输入的新密码不一样");
		change(Cast.PASSWORD, "Meadow-Morning-1");
		assertThat(change("Meadow-Morning-1", Cast.PASSWORD)).hasStatus(422).bodyText().contains("最近用过");
		assertThat(this.trail.entries(this.officer, "user.password-changed")).isOne();
	}

	@Test
	void anOldPasswordMustBeChangedFirst() {
		change(Cast.PASSWORD, "Meadow-Morning-1");
		assertThat(this.pages.get(this.officer, "/students")).hasStatusOk();
		this.clock.set(this.clock.instant().plus(Duration.ofDays(91)));
		assertThat(this.pages.get(this.officer, "/students")).hasRedirectedUrl("/password");
		assertThat(this.pages.get(this.officer, "/password")).hasStatusOk();
	}

	@Test
	void aPasswordThatEverybodyIsToldStaysAsItIsTold() {
		this.clock.set(this.clock.instant().plus(Duration.ofDays(91)));
		assertThat(this.pages.get(this.officer, "/students")).hasStatusOk();
	}

	private MvcTestResult change(String current, String next) {
		return this.pages.post(this.officer, "/password", Map.of("current", current, "next", next, "repeat", next));
	}

}
