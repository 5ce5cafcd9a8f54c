package org.nuanyang.programme;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeMenu {

	@Bean
	MenuEntry standardsEntry() {
		return new MenuEntry("manage", 320, "programme.menu", "settings", "/programmes", Set.of(Role.COUNTY));
	}

}
