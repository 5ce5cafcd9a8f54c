package org.nuanyang.fund;

import java.util.Set;

import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FundMenu {

	@Bean
	MenuEntry fundMenuEntry() {
		return new MenuEntry("aid", 145, "fund.menu", "cash-banknote", "/funds",
				Set.of(Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR));
	}

	/** Ledger lines of a receipt lead to it. */
	@Bean
	LedgerLink receiptLedgerLink() {
		return new LedgerLink() {

			@Override
			public String sourceType() {
				return FundService.RECEIPT;
			}

			@Override
			public String path(long fundId) {
				return "/funds/" + fundId;
			}

			@Override
			public String path(long fundId, long receiptId) {
				return path(fundId) + "/receipts/" + receiptId;
			}

		};
	}

}
