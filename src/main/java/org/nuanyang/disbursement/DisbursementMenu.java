package org.nuanyang.disbursement;

import java.util.Set;

import org.nuanyang.fund.LedgerLink;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DisbursementMenu {

	@Bean
	MenuEntry disbursementMenuEntry() {
		return new MenuEntry("aid", 140, "disbursement.menu", "building-bank", "/batches",
				Set.of(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR), WaitingBatches::of);
	}

	/** Ledger lines of a batch lead to it. */
	@Bean
	LedgerLink batchLedgerLink() {
		return new LedgerLink() {

			@Override
			public String sourceType() {
				return BatchMoney.SOURCE;
			}

			@Override
			public String path(long sourceId) {
				return "/batches/" + sourceId;
			}

			@Override
			public String path(long sourceId, long rowId) {
				return path(sourceId) + "/rows/" + rowId;
			}

		};
	}

}
