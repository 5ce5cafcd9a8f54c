package org.nuanyang.objection;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.nuanyang.web.Turn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Objections in the side menu, with how many wait for the reader. */
@Configuration(proxyBeanMethods = false)
class ObjectionMenu {

	@Bean
	MenuEntry objectionEntry(ObjectionWork work) {
		return new MenuEntry("aid", 121, "objection.menu", "message", "/objections",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR),
				(actor) -> work.items(actor).stream().filter((item) -> item.turn() == Turn.MINE).count());
	}

}
