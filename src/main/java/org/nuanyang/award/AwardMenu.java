package org.nuanyang.award;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Awards in the side menu. */
@Configuration(proxyBeanMethods = false)
class AwardMenu {

	@Bean
	MenuEntry awardEntry() {
		return new MenuEntry("aid", 130, "award.menu", "certificate", "/awards",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.DISTRICT, Role.COUNTY, Role.AUDITOR));
	}

}
