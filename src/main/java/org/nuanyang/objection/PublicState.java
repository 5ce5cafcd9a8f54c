package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What the holder of a receipt is shown. */
public record PublicState(ObjectionStatus status, @Nullable Outcome outcome, LocalDate dueOn, @Nullable String answer) {

	/** The answer is read without signing in, and may be passed on. */
	PublicState masked() {
		return new PublicState(this.status, this.outcome, this.dueOn,
				(this.answer != null) ? Masked.of(this.answer) : null);
	}

}
