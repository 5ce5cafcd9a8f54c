package org.nuanyang.household;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Membership in a category as typed. */
record CategoryForm(@NotBlank(message = "{household.category.choose}") @Nullable String code,
		@Size(max = 80) @Nullable String authority,
		@NotBlank(message = "{household.category.evidence}") @Size(max = 300) @Nullable String evidence,
		@NotNull(message = "{household.category.from}") @Nullable LocalDate validFrom, @Nullable LocalDate validUntil) {

}
