package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * What one person was paid over the years, the programmes and the schools that the reader
 * sees: each payment, failure, return and recovery (forms.md 4.8).
 */
public record PupilLedger(List<Line> lines) {

	/** All that reached the pupil and stayed. */
	public Yuan received() {
		return this.lines.isEmpty() ? Yuan.ZERO : this.lines.getLast().sum();
	}

	/** What became of a payment. */
	public enum Kind {

		PAID, FAILED, RETURNED, RECOVERED,
		/** 不再补发 */
		WAIVED;

		public String labelKey() {
			return "disbursement.pupil." + name();
		}

		/** What it adds to what the pupil has. */
		Yuan effect(Yuan amount) {
			return switch (this) {
				case PAID -> amount;
				case FAILED, WAIVED -> Yuan.ZERO;
				case RETURNED, RECOVERED -> amount.negate();
			};
		}

	}

	/**
	 * One event.
	 *
	 * @param amount what the event moved, negative for what came back, null for a payment
	 * that failed or was given up
	 * @param sum what the pupil has after it
	 * @param result what the bank made of it; null where it had no part in it
	 * @param voucher of the ledger, or null where nothing was booked
	 */
	public record Line(LocalDate on, Kind kind, SchoolYear year, Term term, String schoolName, String programmeName,
			Tier tier, Yuan each, @Nullable Yuan amount, Yuan sum, @Nullable BankResult result,
			@Nullable String message, String maskedAccount, long batchId, String batchNumber, long rowId,
			long applicationId, long fundId, String fundName, FundSource source, @Nullable Integer voucher, String by) {

		/** Whether it takes back what was paid. */
		public boolean isRed() {
			return this.amount != null && this.amount.isNegative();
		}

	}

}
