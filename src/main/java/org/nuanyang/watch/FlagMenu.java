package org.nuanyang.watch;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The red flags in the side menu; without a count, which every page would have to ask
 * for.
 */
@Configuration(proxyBeanMethods = false)
class FlagMenu {

	static final Role[] READERS = { Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY,
			Role.AUDITOR };

	@Bean
	MenuEntry flagEntry() {
		return new MenuEntry("manage", 345, "watch.menu", "flag", "/flags", Set.of(READERS));
	}

}
