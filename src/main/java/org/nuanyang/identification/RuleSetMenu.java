package org.nuanyang.identification;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleSetMenu {

	@Bean
	MenuEntry ruleSetEntry() {
		return new MenuEntry("manage", 321, "identification.rules.menu", "scale", "/rule-sets", Set.of(Role.COUNTY));
	}

}
