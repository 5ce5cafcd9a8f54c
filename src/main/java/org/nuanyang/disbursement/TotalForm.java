package org.nuanyang.disbursement;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;

/**
 * A total typed to confirm a step that is not taken back.
 *
 * @param format of the bank file
 * @param key of a re-issue: a second click finds the first batch
 */
record TotalForm(@Nullable String format, @Nullable UUID key,
		@NotBlank(message = "{disbursement.confirm.total.missing}") @Nullable String total) {

	static TotalForm format(@Nullable String format) {
		return new TotalForm(format, null, null);
	}

	static TotalForm keyed() {
		return new TotalForm(null, UUID.randomUUID(), null);
	}

	Yuan amount() {
		try {
			return Yuan.of((this.total != null) ? this.total : "");
		}
		catch (RuleViolation violation) {
			throw RuleViolation.on("total", violation.key(), violation.arguments());
		}
	}

}
