package org.nuanyang.disbursement;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;

/** Which batch to prepare; the key makes a second click find the first batch. */
record BatchForm(@NotNull @Nullable Long fund, @NotNull @Nullable Term term, @NotNull @Nullable UUID key,
		@Nullable Payout payout, @Nullable String payoutReason) {

}
