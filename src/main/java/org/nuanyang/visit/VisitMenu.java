package org.nuanyang.visit;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitMenu {

	@Bean
	MenuEntry visitEntry(VisitService visits) {
		return new MenuEntry("care", 200, "visit.menu", "home-heart", "/visits",
				Set.of(Role.HEAD_TEACHER, Role.OFFICER), visits::waiting);
	}

	/** A principal makes no visits; nothing there waits for one. */
	@Bean
	MenuEntry visitsMadeEntry() {
		return new MenuEntry("care", 200, "visit.menu", "home-heart", "/visits", Set.of(Role.PRINCIPAL));
	}

	@Bean
	MenuEntry alarmEntry() {
		return new MenuEntry("care", 205, "visit.alarms.menu", "lock", "/visits/alarms",
				Set.of(Role.PRINCIPAL, Role.COUNSELLOR));
	}

}
