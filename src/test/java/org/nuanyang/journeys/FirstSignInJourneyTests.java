package org.nuanyang.journeys;

import java.util.Optional;
import java.util.Set;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.Cast;
import org.nuanyang.user.UserService;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A new person's first sign-in, with the password that somebody handed over. */
@Journey
class FirstSignInJourneyTests {

	@Autowired
	private Walker walker;

	@Autowired
	private Cast cast;

	@Autowired
	private UserService users;

	@Autowired
	private OrgService orgs;

	@Test
	void theInitialPasswordComesFirst() {
		var school = this.cast.school();
		var made = this.users.create(Optional.of(school.admin()), "first" + school.schoolId(), "新样一",
				this.orgs.place(null, null, school.schoolId()), Set.of(Role.OFFICER));
		var page = this.walker.stranger(Walker.PHONE);
		signIn(page, made.username(), made.oneTimePassword());
		assertThat(page.url()).endsWith("/password");
		assertThat(page.locator("main").textContent()).contains("其他页面才能打开");
		page.navigate("/students");
		assertThat(page.url()).endsWith("/password");
		change(page, made.oneTimePassword(), "short");
		assertThat(page.locator("main").textContent()).contains("新密码至少 10 位");
		this.walker.look(page, "first-password-refused");
		change(page, made.oneTimePassword(), made.oneTimePassword());
		assertThat(page.locator("main").textContent()).contains("这个密码最近用过");
		change(page, made.oneTimePassword(), "Meadow-Morning-1");
		assertThat(page.url()).contains("/login?changed");
		signIn(page, made.username(), "Meadow-Morning-1");
		assertThat(page.url()).doesNotContain("/password").doesNotContain("/login");
		page.context().close();
	}

	private static void signIn(Page page, String username, String password) {
		page.navigate("/login");
		page.fill("[name=username]", username);
		page.fill("[name=password]", password);
		page.locator("main button[type=submit]").click();
	}

	private static void change(Page page, String current, String next) {
		page.fill("[name=current]", current);
		page.fill("[name=next]", next);
		page.fill("[name=repeat]", next);
		page.locator("main button[type=submit]").click();
	}

}
