package org.nuanyang.recheck;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;

/** The form of a re-check. */
record RecheckForm(@NotNull(message = "{recheck.missing.outcome}") @Nullable RecheckOutcome outcome,
		@Nullable Tier tier, @Nullable EndCause cause,
		@NotNull(message = "{recheck.missing.day}") @Nullable LocalDate effectiveOn,
		@NotNull(message = "{recheck.missing.from}") @Nullable Term from,
		@NotBlank(message = "{recheck.missing.reason}") @Size(max = 500) @Nullable String reason,
		@NotBlank(message = "{recheck.missing.evidence}") @Size(max = 500) @Nullable String evidence) {

	Finding finding() {
		return new Finding(Objects.requireNonNull(this.outcome), this.tier, this.cause,
				Objects.requireNonNull(this.effectiveOn), Objects.requireNonNull(this.from),
				Objects.requireNonNull(this.reason), Objects.requireNonNull(this.evidence));
	}

}
