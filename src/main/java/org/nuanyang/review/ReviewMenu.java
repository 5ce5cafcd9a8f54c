package org.nuanyang.review;

import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's links in the side menu. */
@Configuration(proxyBeanMethods = false)
class ReviewMenu {

	@Bean
	MenuEntry appraisalMenu() {
		return new MenuEntry("aid", 110, "review.menu.appraisals", "users-group", "/appraisals",
				Set.of(Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR));
	}

	@Bean
	MenuEntry meetingMenu(MeetingService meetings) {
		return new MenuEntry("aid", 115, "review.menu.meetings", "scale", "/meetings",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR),
				(actor) -> toConfirm(actor, meetings));
	}

	private static long toConfirm(Actor actor, MeetingService meetings) {
		return actor.is(Role.PRINCIPAL) ? meetings.awaiting().size() : 0;
	}

}
