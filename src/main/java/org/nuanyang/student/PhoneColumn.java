package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code enrolment.phone}. */
@Component
class PhoneColumn extends SealedString {

	static final String NAME = "enrolment.phone";

	PhoneColumn(Vault vault) {
		super(vault, NAME);
	}

}
