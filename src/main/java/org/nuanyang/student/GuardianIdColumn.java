package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code guardian.id_number}. */
@Component
class GuardianIdColumn extends SealedString {

	static final String NAME = "guardian.id_number";

	GuardianIdColumn(Vault vault) {
		super(vault, NAME);
	}

}
