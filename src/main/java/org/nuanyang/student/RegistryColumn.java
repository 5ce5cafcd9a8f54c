package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code enrolment.registry_number}. */
@Component
class RegistryColumn extends SealedString {

	static final String NAME = "enrolment.registry_number";

	RegistryColumn(Vault vault) {
		super(vault, NAME);
	}

}
