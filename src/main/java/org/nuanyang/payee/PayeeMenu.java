package org.nuanyang.payee;

import org.nuanyang.kernel.Actor;
import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayeeMenu {

	@Bean
	MenuEntry payeeEntry() {
		return new MenuEntry("aid", 135, "payee.menu", "credit-card", "/payees", Set.of(Role.FINANCE, Role.OFFICER),
				PayeeMenu::waiting);
	}

	/** Accounts that a second person, who did not enter them, has to look at. */
	private static Waiting waiting(Actor actor) {
		return actor.school()
			.map((school) -> new Waiting(
					"""
							select count(*) from payee where school_id = :school and status = 'PENDING' and entered_by <> :me""",
					Map.of("school", school, "me", actor.userId())))
			.orElse(Waiting.NOTHING);
	}

}
