package org.nuanyang.user;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Two people reset a forgotten password, and only the second one sees the new one. */
@IntegrationTest
class PasswordResetTests {

	private static final Map<String, String> REASON = Map.of("reason", "本人忘记密码，已当面核对");

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	OrgService orgs;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	TestSchool school;

	Actor officer;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
		this.officer = this.school.officer();
	}

	@Test
	void theAdministratorAsksAndThePrincipalHandsThePasswordOver() {
		SessionMother.open(this.sessions, this.officer.username());
		assertThat(ask(this.school.admin(), REASON)).hasRedirectedUrl("/accounts/" + this.officer.userId());
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThat(this.pages.page(this.school.admin(), "/accounts").text()).doesNotContain("等您确认");
		assertThat(this.pages.page(this.school.principal(), "/").text()).contains("密码重置待您确认：1 人");
		var handedOver = confirm(this.school.principal());
		assertThat(handedOver).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
		var password = Pages.page(handedOver).select("td b").text();
		assertThat(password).hasSize(14);
		assertThat(this.sessions.findByPrincipalName(this.officer.username())).isEmpty();
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/login?error=credentials");
		assertThat(signIn(this.officer, password)).hasRedirectedUrl("/");
		assertThat(this.trail.entries(this.school.admin(), "user.password-reset-asked")).isOne();
		assertThat(this.trail.entries(this.school.principal(), "user.password-reset")).isOne();
		assertThat(this.pages.page(this.school.principal(), "/password-resets").text()).contains("没有待确认的密码重置")
			.doesNotContain(password);
	}

	@Test
	void whoAskedNeverSeesThePassword() {
		ask(this.school.admin(), REASON);
		assertThat(this.pages.page(this.school.admin(), "/password-resets").select("form[action$=confirmation]"))
			.isEmpty();
		var answer = confirm(this.school.admin());
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("须由另一人确认");
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThatException().isThrownBy(() -> this.trail.count(this.school.admin(), """
				with changed as (update password_reset set status = 'DONE', decided_by = asked_by, decided_at = now()
					where user_id = ? returning id) select count(*) from changed""", this.officer.userId()))
			.withMessageContaining("password_reset_second_person");
	}

	@Test
	void nobodyConfirmsTheOwnReset() {
		this.pages.post(this.school.admin(), "/accounts/" + this.school.principal().userId() + "/password-reset",
				REASON);
		var answer = this.pages.post(this.school.principal(),
				"/password-resets/" + open(this.school.principal()) + "/confirmation", Map.of());
		assertThat(answer).hasStatus(422);
		assertThat(signIn(this.school.principal(), Cast.PASSWORD)).hasRedirectedUrl("/");
	}

	@Test
	void aResetNeedsAReasonAndAnotherPerson() {
		var answer = ask(this.school.admin(), Map.of("reason", " "));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).text()).contains("请写清谁在什么情况下要求重置");
		var second = this.cast.person(this.orgs.place(this.school.countyId(), null, null), Role.ADMIN);
		assertThat(this.pages.page(second, "/accounts").text()).doesNotContain("等您确认");
		ask(this.school.admin(), REASON);
		assertThat(this.pages.page(second, "/accounts").text()).contains("有 1 个密码重置等您确认");
		assertThat(ask(this.school.admin(), REASON)).hasStatus(422).bodyText().contains("已有一次待确认的重置");
		var lone = this.orgs.addCounty("孤县" + this.school.countyId());
		var place = this.orgs.place(lone, null, null);
		var admin = this.cast.person(place, Role.ADMIN);
		var auditor = this.cast.person(place, Role.AUDITOR);
		assertThat(this.pages.post(admin, "/accounts/" + auditor.userId() + "/password-reset", REASON)).hasStatus(422)
			.bodyText()
			.contains("没有第二人可以确认");
	}

	@Test
	void theSecondPersonMayDisagree() {
		ask(this.school.admin(), REASON);
		assertThat(
				this.pages.post(this.school.county(), "/password-resets/" + open(this.officer) + "/refusal", Map.of()))
			.hasRedirectedUrl("/password-resets");
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThat(this.trail.entries(this.school.county(), "user.password-reset-dropped")).isOne();
	}

	@Test
	void othersFindNothing() {
		ask(this.school.admin(), REASON);
		var elsewhere = this.cast.school();
		assertThat(confirm(elsewhere.principal())).hasStatus(404);
		assertThat(confirm(elsewhere.admin())).hasStatus(404);
		assertThat(confirm(this.school.finance())).hasStatus(403);
		assertThat(ask(elsewhere.admin(), REASON)).hasStatus(404);
		assertThat(ask(this.school.principal(), REASON)).hasStatus(403);
		assertThat(this.pages.page(elsewhere.principal(), "/password-resets").text()).contains("没有待确认的密码重置");
	}

	@Test
	void aPasswordThatSomebodyChoseIsNeverHandedOutByOnePerson() {
		var answer = this.pages.post(this.school.admin(), "/accounts/" + this.officer.userId() + "/password", Map.of());
		assertThat(answer).hasStatus(422).bodyText().contains("重置须两人完成");
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/");
	}

	@Test
	void anotherAdministratorMayUnlockAtOnce() {
		for (int i = 0; i < SignInGuard.FAILURES_PER_ACCOUNT; i++) {
			signIn(this.officer, "wrong");
		}
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/login?error=locked");
		var address = "/accounts/" + this.officer.userId();
		assertThat(this.pages.page(this.school.admin(), address).text()).contains("10:00 自动解除");
		assertThat(this.pages.post(this.school.county(), address + "/unlock", Map.of())).hasStatus(403);
		assertThat(this.pages.post(this.school.admin(), address + "/unlock", Map.of())).hasRedirectedUrl(address);
		assertThat(signIn(this.officer, Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThat(this.trail.entries(this.school.admin(), "user.unlocked")).isOne();
	}

	private MvcTestResult ask(Actor actor, Map<String, String> form) {
		return this.pages.post(actor, "/accounts/" + this.officer.userId() + "/password-reset", form);
	}

	private MvcTestResult confirm(Actor actor) {
		return this.pages.post(actor, "/password-resets/" + open(this.officer) + "/confirmation", Map.of());
	}

	private long open(Actor whose) {
		return this.trail.count(whose, "select coalesce(max(id), 0) from password_reset where user_id = ?",
				whose.userId());
	}

	private MvcTestResult signIn(Actor actor, String password) {
		return this.mvc.post().uri("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr("10.3." + this.school.schoolId() % 200 + "." + this.school.schoolId() % 211);
			return request;
		}).param("username", actor.username()).param("password", password).exchange();
	}

}
