package org.nuanyang.disbursement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.programme.Tier;

/**
 * A frozen row of a payment list, with what became of it.
 *
 * @param result what the bank made of it; null while it has not answered
 * @param code the bank's code for it
 * @param message the bank's own words
 * @param cameBack it was paid, and the money is back
 * @param reissuedIn number of the batch that pays it again
 * @param waived why it is never paid again; null unless that was decided
 */
public record PaymentRow(long id, int rowNo, String rowKey, long enrolmentId, long payeeId, String name, Sex sex,
		String maskedId, long classId, String className, Tier tier, Yuan amount, String holder, PayeeRelation relation,
		String bankName, String maskedAccount, @Nullable BankResult result, @Nullable String code,
		@Nullable String message, @Nullable LocalDate settledOn, boolean cameBack, @Nullable String reissuedIn,
		@Nullable String waived) {

	public boolean isPaid() {
		return this.result != null && this.result.isPaid();
	}

	public boolean isFailed() {
		return this.result != null && this.result.isFailed();
	}

	/** Failed, in no other batch, and not given up: somebody waits for it. */
	public boolean isOwed() {
		return isFailed() && this.reissuedIn == null && this.waived == null;
	}

	/** Paid by hand: no account stands in it. */
	public boolean isByHand() {
		return this.maskedAccount.isEmpty();
	}

	/** The pupil is the holder, or it says who is. */
	public boolean isOwnAccount() {
		return this.relation == PayeeRelation.SELF;
	}

}
