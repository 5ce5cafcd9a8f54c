package org.nuanyang.household;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * That a pupil is in a category, as somebody records it.
 *
 * @param authority the department that says so
 * @param evidence document, list or certificate that shows it
 * @param validUntil the last day, or null while open
 */
public record CategoryClaim(String code, String authority, String evidence, LocalDate validFrom,
		@Nullable LocalDate validUntil) {

	public CategoryClaim {
		if (validUntil != null && validUntil.isBefore(validFrom)) {
			throw RuleViolation.on("validUntil", "household.category.dates");
		}
	}

}
