package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code enrolment.address}. */
@Component
class AddressColumn extends SealedString {

	static final String NAME = "enrolment.address";

	AddressColumn(Vault vault) {
		super(vault, NAME);
	}

}
