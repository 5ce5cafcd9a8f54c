package org.nuanyang.review;

import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's links in the side menu. */
@Configuration(proxyBeanMethods = false)
class ReviewMenu {

	private static final Waiting TO_CONFIRM = new Waiting(
			"select count(*) from committee_meeting where status = 'AWAITING_CONFIRMATION'", Map.of());

	@Bean
	MenuEntry appraisalMenu() {
		return new MenuEntry("aid", 110, "review.menu.appraisals", "users-group", "/appraisals",
				Set.of(Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR));
	}

	@Bean
	MenuEntry meetingMenu() {
		return new MenuEntry("aid", 115, "review.menu.meetings", "scale", "/meetings",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR),
				(actor) -> actor.is(Role.PRINCIPAL) ? TO_CONFIRM : Waiting.NOTHING);
	}

}
