package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Money that came back, as the finance officer reads it from the bank's document. */
record MoneyBackForm(@NotBlank @Size(max = 60) @Nullable String documentNo, @NotNull @Nullable LocalDate cameOn,
		@NotBlank @Nullable String reason) {

	String document() {
		return Objects.requireNonNull(this.documentNo).strip();
	}

	LocalDate day() {
		return Objects.requireNonNull(this.cameOn);
	}

	String why() {
		return Objects.requireNonNull(this.reason).strip();
	}

}
