package org.nuanyang.journeys;

import java.util.List;

import org.junit.jupiter.api.Test;
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

	/** A thumb reaches them: buttons of 48 pixels, nothing to hit under 24. */
	private static final String TOO_SMALL = """
			() => [...document.querySelectorAll('main .btn, main a[href], main input:not([type=hidden]), nav.thumb a')].filter((element) => {
				const box = element.getBoundingClientRect();
				const sentence = element.parentElement.matches('p, small, label');
				return box.height > 1 && !sentence && box.height < (element.matches('.btn, .thumb a') ? 48 : 24);
			}).map((element) => element.outerHTML.slice(0, 200))""";

	@Test
	void aHeadTeacherWorksWithOneThumb() {
		var school = this.cast.school();
		var phone = this.walker.as(school.headTeacher(), Walker.PHONE);
		assertThat(phone.locator("nav.thumb a").allInnerTexts()).map(String::strip).containsExactly("待办", "我的班级", "家访");
		phone.locator("nav.thumb a").last().click();
		assertThat(phone.url()).endsWith("/visits");
		assertThat(phone.locator("nav.thumb a[aria-current=page]").innerText()).isEqualTo("家访");
		this.walker.look(phone, "thumb-visits-390");
		for (var path : List.of("/", "/visits", "/students", "/applications")) {
			phone.navigate(path);
			assertThat((List<?>) phone.evaluate(TOO_SMALL)).as(path).isEmpty();
		}
		assertThat(this.walker.as(school.officer(), Walker.PHONE).locator("nav.thumb").count()).isZero();
		phone.setViewportSize(Walker.DESK, 900);
		assertThat(phone.locator("nav.thumb").isVisible()).isFalse();
		phone.context().close();
	}

	@Test
	void aPrincipalApprovesWithOneThumb() {
		var phone = this.walker.as(this.cast.school().principal(), Walker.PHONE);
		for (var path : List.of("/", "/batches", "/meetings", "/notices", "/rechecks")) {
			phone.navigate(path);
			assertThat((List<?>) phone.evaluate(TOO_SMALL)).as(path).isEmpty();
		}
		phone.context().close();
	}

	@Test
	void theSearchIsOneTapAwayOnAPhone() {
		var phone = this.walker.as(this.cast.school().officer(), Walker.PHONE);
		phone.navigate("/funds");
		assertThat(phone.locator("#find-pupil").isVisible()).isFalse();
		phone.locator(".top .find").click();
		assertThat(phone.locator("#find-pupil").evaluate("field => field === document.activeElement")).isEqualTo(true);
		this.walker.look(phone, "find-390");
		phone.keyboard().type("lin");
		phone.keyboard().press("Enter");
		phone.waitForURL("**/students?q=lin");
		phone.context().close();
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
