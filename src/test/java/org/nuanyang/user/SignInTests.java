package org.nuanyang.user;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@IntegrationTest
class SignInTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AccountService accounts;

	@Autowired
	private TransactionTemplate transactions;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void rightPasswordLeadsHome() {
		var officer = this.cast.school().officer();
		assertThat(signIn(officer.username(), Cast.PASSWORD, "10.1.0.1")).hasStatus3xxRedirection()
			.hasRedirectedUrl("/");
	}

	@Test
	void fifthFailureLocksTheAccountEvenForTheRightPassword() {
		var officer = this.cast.school().officer();
		for (int i = 0; i < SignInGuard.FAILURES_PER_ACCOUNT; i++) {
			assertThat(signIn(officer.username(), "wrong", "10.1.1." + i)).hasRedirectedUrl("/login?error=credentials");
		}
		assertThat(signIn(officer.username(), Cast.PASSWORD, "10.1.1.9")).hasRedirectedUrl("/login?error=locked");
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(31)));
		assertThat(signIn(officer.username(), Cast.PASSWORD, "10.1.1.9")).hasRedirectedUrl("/");
	}

	@Test
	void manyFailuresFromOneAddressMakeItWait() {
		for (int i = 0; i < SignInGuard.FAILURES_PER_ADDRESS; i++) {
			signIn("nobody" + i, "wrong", "10.2.0.1");
		}
		var officer = this.cast.school().officer();
		assertThat(signIn(officer.username(), Cast.PASSWORD, "10.2.0.1")).hasRedirectedUrl("/login?error=throttled");
		assertThat(signIn(officer.username(), Cast.PASSWORD, "10.2.0.2")).hasRedirectedUrl("/");
	}

	/** Until the change is committed the door still knows the account as it was. */
	@Test
	void whoComesInWhileTheAccountIsBeingDisabledGoesWithTheOthers() {
		var school = this.cast.school();
		var officer = school.officer();
		var cookie = school.admin().scope().call(() -> this.transactions.execute((status) -> {
			this.accounts.disable(school.admin(), officer.userId());
			return CompletableFuture.supplyAsync(() -> session(signIn(officer.username(), Cast.PASSWORD, "10.5.0.1")))
				.join();
		}));
		assertThat(this.mvc.get().uri("/students").cookie(cookie)).hasRedirectedUrl("/login?expired");
	}

	/**
	 * A password typed into the wrong field stays nowhere, nor does any attempt for long.
	 */
	@Test
	void whatWasTypedIsNotKept() {
		TestDatabase.asOwner("delete from sign_in_attempt");
		signIn("Geheim-2026", "wrong", "10.4.0.1");
		assertThat(attempts()).singleElement()
			.asString()
			.doesNotContainIgnoringCase("geheim")
			.doesNotContain("10.4.0.1");
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(31)));
		signIn("somebody-else", "wrong", "10.4.0.1");
		assertThat(attempts()).hasSize(1);
	}

	/** As text: the bytes of names can be read in it. */
	private List<String> attempts() {
		return this.jdbc.sql("select encode(username, 'escape') || encode(address, 'escape') from sign_in_attempt")
			.query((row, number) -> row.getString(1))
			.list();
	}

	@Test
	void aSessionLeftAloneTooLongIsSignedOutAndSaysSo() {
		var officer = this.cast.school().officer();
		var cookie = session(signIn(officer.username(), Cast.PASSWORD, "10.3.0.1"));
		assertThat(this.mvc.get().uri("/students").cookie(cookie)).hasStatusOk();
		leaveAlone(officer, Duration.ofMinutes(29));
		assertThat(this.mvc.get().uri("/students").cookie(cookie)).hasStatusOk();
		leaveAlone(officer, Duration.ofMinutes(31));
		assertThat(this.mvc.get().uri("/students").cookie(cookie)).hasRedirectedUrl("/login?expired");
		assertThat(this.mvc.get().uri("/login?expired")).bodyText().contains("页面放置太久");
	}

	@Test
	void theSignInPageSaysWhyOneIsThere() {
		assertThat(this.mvc.get().uri("/login?bye")).bodyText().contains("您已退出登录");
		assertThat(this.mvc.get().uri("/login?changed")).bodyText().contains("请用新密码登录").doesNotContain("您已退出");
		assertThat(this.mvc.get().uri("/login")).bodyText().doesNotContain("请用新密码登录", "您已退出", "放置太久");
	}

	@Test
	void whoNeverSignedInIsNotToldOfASessionThatEnded() {
		assertThat(this.mvc.get().uri("/students")).hasRedirectedUrl("/login");
	}

	@Test
	void aFormSentTooLateLeadsBackToItsPage() {
		var officer = this.cast.school().officer();
		var sent = this.mvc.post()
			.uri("/students")
			.header("Referer", "http://localhost/students/new?class=1")
			.param("name", "测试生")
			.exchange();
		assertThat(sent).hasRedirectedUrl("/login?expired");
		var cookie = session(sent);
		assertThat(this.mvc.post()
			.uri("/login")
			.cookie(cookie)
			.with(csrf())
			.param("username", officer.username())
			.param("password", Cast.PASSWORD)).hasRedirectedUrl("http://localhost/students/new?class=1");
	}

	/** A refusal leaves the browser on the address it posted to, which is a list. */
	@Test
	void aRefusedFormSentTooLateLeadsBackToTheForm() {
		var officer = this.cast.school().officer();
		var sent = this.mvc.post()
			.uri("/students")
			.header("Referer", "http://localhost/students?class=1")
			.param("name", "测试生")
			.exchange();
		assertThat(this.mvc.post()
			.uri("/login")
			.cookie(session(sent))
			.with(csrf())
			.param("username", officer.username())
			.param("password", Cast.PASSWORD)).hasRedirectedUrl("http://localhost/students/new?class=1");
	}

	private static Cookie session(MvcTestResult answer) {
		return answer.getResponse().getCookies()[0];
	}

	/** As if the person had last clicked that long ago. */
	private void leaveAlone(Actor who, Duration time) {
		this.jdbc.sql("update spring_session set last_access_time = last_access_time - ? where principal_name = ?")
			.params(time.toMillis(), who.username())
			.update();
	}

	private MvcTestResult signIn(String username, String password, String address) {
		return this.mvc.post().uri("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		}).param("username", username).param("password", password).exchange();
	}

}
