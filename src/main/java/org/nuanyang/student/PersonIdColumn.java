package org.nuanyang.student;

import org.nuanyang.vault.SealedString;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals {@code person.id_number}. */
@Component
class PersonIdColumn extends SealedString {

	static final String NAME = "person.id_number";

	PersonIdColumn(Vault vault) {
		super(vault, NAME);
	}

}
