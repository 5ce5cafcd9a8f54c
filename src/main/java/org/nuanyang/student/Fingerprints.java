package org.nuanyang.student;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Equality of sealed numbers without opening them. Children and guardians share one
 * label, so that an outside list finds both by the same number.
 */
@Component
class Fingerprints {

	private final Vault vault;

	Fingerprints(Vault vault) {
		this.vault = vault;
	}

	byte @Nullable [] of(IdDocument document) {
		return (document.number() != null) ? this.vault.fingerprint("id_document", document.key()) : null;
	}

	byte @Nullable [] of(@Nullable RegistryNumber registry) {
		return (registry != null) ? this.vault.fingerprint("registry_number", registry.value()) : null;
	}

}
