package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A line of a bank return that was not taken, why, and what was done about it.
 *
 * @param result what the code means; null if it is not listed
 * @param overtaken a later line of the bank for the same row was taken
 * @param arrived it calls a failed payment paid, and two people confirmed that it arrived
 * @param reason what finance found out; null while nobody explained it
 * @param explainedBy who wrote the reason last
 * @param voidedBy the second person; null while the line stands
 */
public record ProblemRow(long id, String fileName, int lineNo, String rowKey, @Nullable Yuan amount, String code,
		@Nullable BankResult result, @Nullable String message, ReturnProblem problem, boolean overtaken,
		boolean arrived, @Nullable String reason, @Nullable Long explainedById, @Nullable String explainedBy,
		@Nullable String voidedBy) {

	/** Where it stands: “1.txt : 3”. */
	public String place() {
		return this.fileName + " : " + this.lineNo;
	}

	/** It stands against the batch until it is voided. */
	public boolean isOpen() {
		return isDoubt() && !this.overtaken && !this.arrived && this.voidedBy == null;
	}

	/** It calls paid what the bank called failed before. */
	boolean isLatePayment() {
		return isPaid() && (this.problem == ReturnProblem.CONTRADICTS || this.problem == ReturnProblem.TWICE);
	}

	/** As well where it cannot be read, but says that something was paid. */
	private boolean isDoubt() {
		return this.problem.isDoubt() || (this.problem == ReturnProblem.UNREADABLE && isPaid());
	}

	private boolean isPaid() {
		return this.result != null && this.result.isPaid();
	}

	/** What the bank says it paid here. */
	Yuan paid() {
		return (this.amount != null && isPaid()) ? this.amount : Yuan.ZERO;
	}

	/** The end of the message key that says what was done about it. */
	public @Nullable String state() {
		if (this.voidedBy != null) {
			return "voided";
		}
		if (!isDoubt()) {
			return null;
		}
		if (this.arrived) {
			return "arrived";
		}
		if (this.overtaken) {
			return "overtaken";
		}
		return (this.reason != null) ? "explained" : "open";
	}

}
