package org.nuanyang.household;

import org.nuanyang.kernel.RuleViolation;

/**
 * 籍贯 and 邮政编码 of the official form; either may be empty.
 */
public record Origin(String nativePlace, String postcode) {

	public static final Origin UNKNOWN = new Origin("", "");

	public Origin {
		if (!postcode.isEmpty() && !postcode.matches("[0-9]{6}")) {
			throw RuleViolation.on("postcode", "household.postcode.digits");
		}
	}

}
