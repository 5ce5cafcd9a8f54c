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
 * @param reissuedIn number of the batch that pays it again
 */
public record PaymentRow(long id, int rowNo, String rowKey, long enrolmentId, long payeeId, String name, Sex sex,
		String maskedId, long classId, String className, Tier tier, Yuan amount, String holder, PayeeRelation relation,
		String bankName, String maskedAccount, @Nullable BankResult result, @Nullable String code,
		@Nullable String message, @Nullable LocalDate settledOn, @Nullable String reissuedIn) {

	public boolean isPaid() {
		return this.result != null && this.result.isPaid();
	}

	public boolean isFailed() {
		return this.result != null && this.result.isFailed();
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
