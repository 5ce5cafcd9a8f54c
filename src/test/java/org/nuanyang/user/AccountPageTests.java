package org.nuanyang.user;

import java.util.LinkedHashMap;
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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What an administrator does with accounts. */
@IntegrationTest
class AccountPageTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	OrgService orgs;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	TestSchool school;

	String username;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
		this.username = "new" + this.school.schoolId();
	}

	@Test
	void aNewAccountGetsAPasswordThatIsToldOnceAndMustBeChanged() {
		var answer = create(this.school.admin(), form("OFFICER"));
		assertThat(answer).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
		var password = Pages.page(answer).select("td b").text();
		assertThat(signIn(this.username, password)).hasRedirectedUrl("/");
		assertThat(this.trail.entries(this.school.admin(), "user.created")).isOne();
		var list = this.pages.page(this.school.admin(), "/accounts?state=WAITING").text();
		assertThat(list).contains(this.username).doesNotContain(password);
	}

	@Test
	void aRefusedAccountKeepsWhatWasTyped() {
		for (var wrong : Map.of("username", "Ab", "name", " ", "place", "").entrySet()) {
			var form = form("OFFICER");
			form.put(wrong.getKey(), wrong.getValue());
			var answer = create(this.school.admin(), form);
			assertThat(answer).as(wrong.getKey()).hasStatus(422);
			assertThat(Pages.page(answer).select("input[name=roles][checked]").eachAttr("value"))
				.containsExactly("OFFICER");
		}
		assertThat(create(this.school.admin(), form("ADMIN"), "OFFICER")).hasStatus(422)
			.bodyText()
			.contains("系统管理员不能兼任其他角色");
		assertThat(create(this.school.admin(), form("COUNTY"))).hasStatus(422).bodyText().contains("须属于一个县");
		var taken = form("OFFICER");
		taken.put("username", this.school.finance().username().toUpperCase());
		assertThat(create(this.school.admin(), taken)).hasStatus(422).bodyText().contains("已被使用");
		assertThat(this.trail.entries(this.school.admin(), "user.created")).isZero();
	}

	@Test
	void onePersonMayHoldSeveralRolesAndThePageSaysWhatThatMeans() {
		var answer = create(this.school.admin(), form("OFFICER"), "FINANCE", "HEAD_TEACHER");
		assertThat(answer).hasStatusOk();
		var id = id(this.username);
		assertThat(this.pages.page(this.school.admin(), "/accounts/" + id).text()).contains("自己经办的不能自己审批");
	}

	@Test
	void aChangeOfRolesSignsThePersonOutEverywhere() {
		var finance = this.school.finance();
		open(finance);
		var address = "/accounts/" + finance.userId() + "/roles";
		assertThat(this.pages.post(this.school.admin(), address, Map.of("roles", "REVIEWER")))
			.hasRedirectedUrl("/accounts/" + finance.userId());
		assertThat(this.sessions.findByPrincipalName(finance.username())).isEmpty();
		assertThat(this.pages.get(finance, "/funds")).hasStatus(403);
		assertThat(this.trail.entries(this.school.admin(), "user.roles-changed")).isOne();
		assertThat(this.pages.post(this.school.admin(), address, Map.of())).hasStatus(422)
			.bodyText()
			.contains("还没有选择角色");
		assertThat(this.pages.post(this.school.admin(), address, Map.of("roles", "KING"))).hasStatus(422);
	}

	@Test
	void aDisabledPersonIsOutAtOnceAndBackWhenEnabled() {
		var officer = this.school.officer();
		var address = "/accounts/" + officer.userId();
		open(officer);
		assertThat(this.pages.post(this.school.admin(), address + "/disablement", Map.of())).hasRedirectedUrl(address);
		assertThat(this.sessions.findByPrincipalName(officer.username())).isEmpty();
		assertThat(signIn(officer.username(), Cast.PASSWORD)).hasRedirectedUrl("/login?error=credentials");
		assertThat(this.pages.post(this.school.admin(), address + "/enablement", Map.of())).hasRedirectedUrl(address);
		assertThat(signIn(officer.username(), Cast.PASSWORD)).hasRedirectedUrl("/");
		assertThat(this.trail.entries(this.school.admin(), "user.disabled")).isOne();
		assertThat(this.trail.entries(this.school.admin(), "user.enabled")).isOne();
	}

	@Test
	void aNameIsCorrected() {
		var address = "/accounts/" + this.school.reviewer().userId();
		assertThat(this.pages.post(this.school.admin(), address + "/name", Map.of("name", " 何样五 ")))
			.hasRedirectedUrl(address);
		assertThat(this.pages.page(this.school.admin(), address).select("h1").text()).isEqualTo("何样五的账号");
		assertThat(this.trail.entries(this.school.admin(), "user.renamed")).isOne();
		assertThat(this.pages.post(this.school.admin(), address + "/name", Map.of("name", "  "))).hasStatus(422)
			.bodyText()
			.contains("姓名没有填");
	}

	@Test
	void nobodyChangesTheOwnAccount() {
		var admin = this.school.admin();
		for (var what : new String[] { "disablement", "enablement", "unlock", "password" }) {
			assertThat(this.pages.post(admin, "/accounts/" + admin.userId() + "/" + what, Map.of())).as(what)
				.hasStatus(422)
				.bodyText()
				.contains("须由另一位管理员办理");
		}
	}

	@Test
	void anAdministratorManagesTheOwnPlaceAndBelowOnly() {
		var elsewhere = this.cast.school();
		var ofSchool = this.cast.person(this.orgs.place(null, null, this.school.schoolId()), Role.ADMIN);
		assertThat(this.pages.get(this.school.admin(), "/accounts/" + elsewhere.officer().userId())).hasStatus(404);
		assertThat(this.pages.post(this.school.admin(), "/accounts/" + elsewhere.officer().userId() + "/disablement",
				Map.of()))
			.hasStatus(404);
		assertThat(this.pages.get(ofSchool, "/accounts/" + this.school.officer().userId())).hasStatusOk();
		assertThat(this.pages.get(ofSchool, "/accounts/" + this.school.county().userId())).hasStatus(404);
		assertThat(create(ofSchool, formAt("county:" + this.school.countyId(), "AUDITOR"))).hasStatus(404);
		assertThat(this.pages.page(this.school.admin(), "/accounts").text()).contains(this.school.officer().name())
			.doesNotContain(elsewhere.officer().username() + " ");
		assertThat(this.pages.get(this.school.county(), "/accounts")).hasStatus(403);
	}

	@Test
	void theFirstPasswordsOfManyAreHandedOutAtOnce() {
		create(this.school.admin(), form("OFFICER"));
		var id = id(this.username);
		var sheet = this.pages.post(this.school.admin(), "/accounts/passwords", Map.of("id", String.valueOf(id)));
		assertThat(sheet).hasStatusOk();
		assertThat(signIn(this.username, Pages.page(sheet).select("td b").text())).hasRedirectedUrl("/");
		assertThat(this.pages.post(this.school.admin(), "/accounts/passwords", Map.of())).hasStatus(422)
			.bodyText()
			.contains("没有勾选账号");
		var used = String.valueOf(this.school.officer().userId());
		assertThat(this.pages.post(this.school.admin(), "/accounts/passwords", Map.of("id", used))).hasStatus(422);
	}

	private Map<String, String> form(String role) {
		return formAt("school:" + this.school.schoolId(), role);
	}

	private Map<String, String> formAt(String place, String role) {
		var form = new LinkedHashMap<String, String>();
		form.put("username", this.username);
		form.put("name", "新样一");
		form.put("place", place);
		form.put("roles", role);
		return form;
	}

	private MvcTestResult create(Actor actor, Map<String, String> form, String... moreRoles) {
		var request = this.mvc.post().uri("/accounts").with(Cast.as(actor));
		form.forEach(request::param);
		return request.param("roles", moreRoles).exchange();
	}

	private long id(String login) {
		return this.trail.count(this.school.admin(), "select id from app_user where username = ?", login);
	}

	private void open(Actor actor) {
		SessionMother.open(this.sessions, actor.username());
		assertThat(this.sessions.findByPrincipalName(actor.username())).isNotEmpty();
	}

	private MvcTestResult signIn(String login, String password) {
		return this.mvc.post().uri("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr("10.5." + this.school.schoolId() % 200 + "." + this.school.schoolId() % 211);
			return request;
		}).param("username", login).param("password", password).exchange();
	}

}
