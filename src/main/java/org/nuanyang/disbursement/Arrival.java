package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * A payment that the bank called failed and later paid, and how far it is confirmed.
 *
 * @param row the payment
 * @param proposal what the bank's slip says, or null while nobody has read it
 * @param confirmedBy the second person; null until then
 * @param hindrance why it cannot be confirmed, or null
 */
public record Arrival(PaymentRow row, @Nullable Proposal proposal, @Nullable String confirmedBy,
		@Nullable RuleViolation hindrance) {

	/** Who read which slip, and as what. */
	public record Proposal(long lineId, String documentNo, LocalDate on, Role as, long byId, String by) {

		/** Of the two, one is finance or the other the principal. */
		boolean isFor(Actor actor) {
			return actor.is(Role.PRINCIPAL) || (actor.is(Role.FINANCE) && this.as != Role.FINANCE);
		}

	}

	/** Whether it can still be confirmed. */
	public boolean isOpen() {
		return this.confirmedBy == null && this.hindrance == null;
	}

	/** Whether this person can confirm it now. */
	boolean waitsFor(Actor actor) {
		return isOpen() && this.proposal != null && this.proposal.isFor(actor)
				&& this.proposal.byId() != actor.userId();
	}

	/** Whether it waits for somebody else than its proposer. */
	public boolean isProposed() {
		return isOpen() && this.proposal != null;
	}

	/** It is to be confirmed, and nothing is in the way. */
	Proposal require() {
		if (this.hindrance != null) {
			throw this.hindrance;
		}
		return Objects.requireNonNull(this.proposal);
	}

}
