package org.nuanyang.fund;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Money that came in, as the finance officer reads it from the document. */
record ReceiptForm(@NotBlank @Size(max = 60) @Nullable String documentNo, @NotNull @Nullable LocalDate receivedOn,
		@NotBlank @Size(max = 20) @Nullable String amount, @Size(max = 80) @Nullable String payer) {

	static ReceiptForm empty(LocalDate today) {
		return new ReceiptForm("", today, "", "");
	}

}
