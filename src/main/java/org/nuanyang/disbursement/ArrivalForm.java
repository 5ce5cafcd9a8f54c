package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The bank's slip of a payment that arrived after all. */
record ArrivalForm(@NotBlank @Size(max = 60) @Nullable String documentNo, @NotNull @Nullable LocalDate arrivedOn) {

	static final ArrivalForm BLANK = new ArrivalForm("", null);

	String document() {
		return Objects.requireNonNull(this.documentNo).strip();
	}

	LocalDate day() {
		return Objects.requireNonNull(this.arrivedOn);
	}

}
