package org.nuanyang.payee;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayeeMenu {

	@Bean
	MenuEntry payeeEntry(PayeeService payees) {
		return new MenuEntry("aid", 135, "payee.menu", "credit-card", "/payees", Set.of(Role.FINANCE, Role.OFFICER),
				payees::waiting);
	}

}
