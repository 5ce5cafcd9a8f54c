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

	private static final Waiting PROPOSED = new Waiting("select count(*) from recheck where status = 'PROPOSED'",
			Map.of());

	@Bean
	MenuEntry recheckEntry() {
		return new MenuEntry("aid", 132, "recheck.menu", "refresh", "/rechecks",
				Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR),
				(actor) -> RecheckAction.CONFIRM.isFor(actor) ? PROPOSED : Waiting.NOTHING);
	}

}
