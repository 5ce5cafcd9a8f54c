package org.nuanyang.journeys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.support.Cast;

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
		for (var actor : new org.nuanyang.kernel.Actor[] { school.officer(), school.headTeacher(), school.principal(),
				school.finance(), school.reviewer(), school.county(), school.district(), school.auditor(),
				school.admin(), school.counsellor() }) {
			var page = this.walker.as(actor, width);
			page.navigate("/");
			this.walker.look(page, "home-" + actor.roles().iterator().next() + "-" + width);
			page.context().close();
		}
	}

}
