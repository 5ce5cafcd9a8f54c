package org.nuanyang.web;

import org.nuanyang.kernel.Actor;
import java.util.Map;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.nuanyang.kernel.Role;
import org.nuanyang.user.PasswordResets;

/** The menu entries of the platform's own pages, whose packages stand below this one. */
@Configuration(proxyBeanMethods = false)
class FoundationMenu {

	@Bean
	MenuEntry accountsEntry() {
		return new MenuEntry("manage", 300, "user.accounts.menu", "users", "/accounts", Set.of(Role.ADMIN));
	}

	@Bean
	MenuEntry resetsEntry() {
		return new MenuEntry("manage", 305, "user.reset.menu", "key", "/password-resets",
				Set.of(Role.ADMIN, Role.PRINCIPAL, Role.COUNTY), FoundationMenu::resets);
	}

	@Bean
	MenuEntry schoolsEntry() {
		return new MenuEntry("manage", 310, "org.schools.menu", "school", "/schools",
				Set.of(Role.ADMIN, Role.COUNTY, Role.DISTRICT, Role.AUDITOR));
	}

	@Bean
	MenuEntry classesEntry() {
		return new MenuEntry("manage", 320, "org.classes.menu", "users-group", "/classes",
				Set.of(Role.OFFICER, Role.PRINCIPAL));
	}

	@Bean
	MenuEntry calendarEntry() {
		return new MenuEntry("manage", 330, "calendar.menu", "calendar", "/calendar", EnumSet.allOf(Role.class));
	}

	@Bean
	MenuEntry jobsEntry() {
		return new MenuEntry("manage", 340, "job.list.title", "progress-check", "/jobs",
				Set.of(Role.OFFICER, Role.FINANCE, Role.COUNTY, Role.ADMIN));
	}

	@Bean
	MenuEntry auditEntry() {
		return new MenuEntry("manage", 350, "audit.menu", "history", "/audit", Set.of(Role.AUDITOR, Role.ADMIN));
	}

	private static Waiting resets(Actor actor) {
		return new Waiting(PasswordResets.WAITING, Map.of("me", actor.userId()));
	}

}
