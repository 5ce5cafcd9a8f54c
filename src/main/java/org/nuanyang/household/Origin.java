package org.nuanyang.household;

import java.util.Optional;

import org.nuanyang.kernel.RuleViolation;

/**
 * 籍贯 and 邮政编码 of the official form; either may be empty.
 */
public record Origin(String nativePlace, String postcode) {

	public static final Origin UNKNOWN = new Origin("", "");

	public Origin {
		wrong(postcode).ifPresent((violation) -> {
			throw violation;
		});
	}

	static Optional<RuleViolation> wrong(String postcode) {
		return (postcode.isEmpty() || postcode.matches("[0-9]{6}")) ? Optional.empty()
				: Optional.of(RuleViolation.on("postcode", "household.postcode.digits"));
	}

}
