package org.nuanyang.disbursement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * Money that was paid and came back (退汇, 追回), and the decision to demand it.
 *
 * @param recovery the decision to demand it back, or null
 * @param returned the bank's document under which it came, or null if it has not
 */
public record MoneyBack(@Nullable Recovery recovery, @Nullable Returned returned) {

	/** It was demanded and nobody has decided yet. */
	public boolean isProposed() {
		return this.recovery != null && this.recovery.decidedBy() == null;
	}

	/** Two people demand it, and it has not come. */
	public boolean isDemanded() {
		return this.returned == null && this.recovery != null && this.recovery.decidedBy() != null;
	}

	/** Who proposed to demand it back, why, and who decided. */
	public record Recovery(long id, String reason, long orderedById, String orderedBy, LocalDate orderedOn,
			@Nullable String decidedBy, @Nullable LocalDate decidedOn) {

	}

	/** How it came. */
	public record Returned(boolean recovered, String documentNo, LocalDate on, Yuan amount, String reason, String by) {

	}

}
