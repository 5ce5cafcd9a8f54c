package org.nuanyang.filing;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Filings in the side menu, with how many of them wait for the reader. */
@Configuration(proxyBeanMethods = false)
class FilingMenu {

	@Bean
	MenuEntry filingEntry(FilingService filings) {
		return new MenuEntry("aid", 125, "filing.menu", "file-certificate", "/filings",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR), filings::waiting);
	}

}
