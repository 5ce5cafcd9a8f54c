package org.nuanyang.report;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The summary tables in the side menu. */
@Configuration(proxyBeanMethods = false)
class ReportMenu {

	@Bean
	MenuEntry reportsEntry() {
		return new MenuEntry("manage", 303, "report.list", "chart-bar", "/reports",
				Set.of(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.COUNSELLOR, Role.FINANCE));
	}

}
