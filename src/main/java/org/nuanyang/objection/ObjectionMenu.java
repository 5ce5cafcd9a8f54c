package org.nuanyang.objection;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.nuanyang.web.Waiting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Objections in the side menu, with how many wait for the reader. */
@Configuration(proxyBeanMethods = false)
class ObjectionMenu {

	@Bean
	MenuEntry objectionEntry() {
		return new MenuEntry("aid", 121, "objection.menu", "message", "/objections",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR, Role.AUDITOR),
				(actor) -> actor.school().isPresent() && ObjectionAction.isHandler(actor) ? Examiners.waiting(actor)
						: Waiting.NOTHING);
	}

}
