package org.nuanyang.workbench;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home page under the name that each role knows it by. */
@Configuration(proxyBeanMethods = false)
class WorkbenchMenu {

	@Bean
	MenuEntry overviewEntry() {
		return new MenuEntry("", 0, "workbench.overview.title", "home", "/", Set.of(Role.PRINCIPAL));
	}

	@Bean
	MenuEntry schoolsAtAGlanceEntry() {
		return new MenuEntry("", 1, "workbench.schools.title", "home", "/", Set.of(Role.DISTRICT, Role.COUNTY));
	}

	@Bean
	MenuEntry deskEntry() {
		return new MenuEntry("", 2, "workbench.desk.title", "home", "/", Set.of(Role.OFFICER, Role.FINANCE));
	}

	@Bean
	MenuEntry todoEntry() {
		return new MenuEntry("", 3, "workbench.todo.title", "home", "/",
				Set.of(Role.HEAD_TEACHER, Role.REVIEWER, Role.COUNSELLOR));
	}

}
