package org.nuanyang.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.nuanyang.web.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitMenu {

	@Bean
	MenuEntry visitEntry(ObjectProvider<AwaitsVisit> awaiting, Clock clock) {
		return new MenuEntry("care", 200, "visit.menu", "home-heart", "/visits",
				Set.of(Role.HEAD_TEACHER, Role.OFFICER), (actor) -> actor.school().isEmpty() ? Waiting.NOTHING
						: VisitRepository.waiting(actor, awaiting.stream().toList(), LocalDate.now(clock)));
	}

	/** A principal makes no visits; nothing there waits for one. */
	@Bean
	MenuEntry visitsMadeEntry() {
		return new MenuEntry("care", 200, "visit.menu", "home-heart", "/visits", Set.of(Role.PRINCIPAL));
	}

	@Bean
	MenuEntry alarmEntry() {
		return new MenuEntry("care", 205, "visit.alarms.menu", "lock", "/visits/alarms",
				Set.of(Role.PRINCIPAL, Role.COUNSELLOR),
				(actor) -> actor.school().isEmpty() ? Waiting.NOTHING : AlarmRepository.OPEN);
	}

}
