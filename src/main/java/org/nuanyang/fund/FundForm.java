package org.nuanyang.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A fund account to be opened. */
record FundForm(@NotBlank @Size(max = 80) @Nullable String name, @NotNull @Nullable FundSource source,
		@NotNull @Nullable Long programmeId, @NotNull @Nullable Integer year) {

	static FundForm empty(int year) {
		return new FundForm("", null, null, year);
	}

}
