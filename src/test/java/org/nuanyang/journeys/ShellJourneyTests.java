package org.nuanyang.journeys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.support.Cast;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in, the workbench, the language, and out again. */
@Journey
class ShellJourneyTests {

	@Autowired
	private Walker walker;

	@Autowired
	private Cast cast;

	@ParameterizedTest
	@ValueSource(ints = { Walker.DESK, Walker.PHONE })
	void inAndOut(int width) {
		var school = this.cast.school();
		var stranger = this.walker.stranger(width);
		stranger.navigate("/students");
		this.walker.look(stranger, "login-" + width);
		stranger.fill("[name=username]", school.officer().username());
		stranger.fill("[name=password]", "wrong");
		stranger.locator("main button[type=submit]").click();
		this.walker.look(stranger, "login-wrong-" + width);
		stranger.fill("[name=username]", school.officer().username());
		stranger.fill("[name=password]", Cast.PASSWORD);
		stranger.locator("main button[type=submit]").click();
		assertThat(stranger.url()).endsWith("/students?continue");
	}

	/**
	 * Everything that the navigation offers to a role, in a school that has just begun.
	 * The officer's pages are looked at, and each role's first: others' pages are looked
	 * at full of data, by {@link DemoJourneyTests}.
	 */
	@ParameterizedTest
	@EnumSource
	void everyPageOfTheMenu(Role role) {
		var actor = of(this.cast.school(), role);
		var page = this.walker.as(actor, Walker.DESK);
		var paths = page.locator("nav#nav a[href^='/']")
			.all()
			.stream()
			.map((link) -> link.getAttribute("href"))
			.filter((path) -> !path.equals("/logout"))
			.distinct()
			.toList();
		assertThat(paths).contains("/");
		for (var path : paths) {
			assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
			if (path.equals("/") || role == Role.OFFICER) {
				this.walker.look(page, "menu-" + role + path.replace('/', '-'));
			}
		}
		page.context().close();
	}

	private static Actor of(TestSchool school, Role role) {
		return switch (role) {
			case OFFICER -> school.officer();
			case HEAD_TEACHER -> school.headTeacher();
			case PRINCIPAL -> school.principal();
			case REVIEWER -> school.reviewer();
			case FINANCE -> school.finance();
			case COUNSELLOR -> school.counsellor();
			case DISTRICT -> school.district();
			case COUNTY -> school.county();
			case AUDITOR -> school.auditor();
			case ADMIN -> school.admin();
		};
	}

}
