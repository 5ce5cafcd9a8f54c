package org.nuanyang.payee;

import jakarta.persistence.Converter;
import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** The account number, encrypted. */
@Component
@Converter
class AccountColumn extends SealedString {

	static final String NAME = "payee.account";

	AccountColumn(Vault vault) {
		super(vault, NAME);
	}

}
