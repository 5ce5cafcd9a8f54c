package org.nuanyang.application;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's links in the side menu. */
@Configuration(proxyBeanMethods = false)
class ApplicationMenu {

	private static final Set<Role> READERS = Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER,
			Role.AUDITOR);

	@Bean
	MenuEntry caseMenu(WaitingCases waiting) {
		return new MenuEntry("aid", 105, "application.menu.list", "clipboard-check", "/applications", READERS,
				waiting::of);
	}

	@Bean
	MenuEntry roundMenu() {
		return new MenuEntry("aid", 100, "application.menu.rounds", "calendar", "/rounds", Set.of(Role.OFFICER,
				Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR, Role.DISTRICT, Role.COUNTY));
	}

}
