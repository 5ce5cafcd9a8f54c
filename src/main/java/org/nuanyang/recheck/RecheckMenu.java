package org.nuanyang.recheck;

import java.util.Map;
import org.nuanyang.web.Waiting;
import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Re-checks in the side menu. */
@Configuration(proxyBeanMethods = false)
class RecheckMenu {

	private static final String PROPOSED = "select count(*) from recheck where status = 'PROPOSED' and proposed_by <> :me";

	@Bean
	MenuEntry recheckEntry() {
		return new MenuEntry("aid", 132, "recheck.menu", "refresh", "/rechecks",
				Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR),
				(actor) -> RecheckAction.CONFIRM.isFor(actor) ? new Waiting(PROPOSED, Map.of("me", actor.userId()))
						: Waiting.NOTHING,
				"/rechecks?state=PROPOSED");
	}

}
