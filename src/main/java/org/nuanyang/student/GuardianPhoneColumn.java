package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code guardian.phone}. */
@Component
class GuardianPhoneColumn extends SealedString {

	static final String NAME = "guardian.phone";

	GuardianPhoneColumn(Vault vault) {
		super(vault, NAME);
	}

}
