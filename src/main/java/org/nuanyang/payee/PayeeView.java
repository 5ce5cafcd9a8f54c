package org.nuanyang.payee;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A pupil's bank account, masked; the number itself leaves only through
 * {@link PayeeService#accounts}.
 *
 * @param holder the name as the bank has it
 * @param bankName bank and branch in full
 * @param confirmedAt when the second person confirmed it
 */
public record PayeeView(long id, long schoolId, long enrolmentId, String holder, PayeeRelation relation,
		String bankName, String maskedAccount, PayeeStatus status, long enteredById, Instant enteredAt,
		@Nullable Instant confirmedAt) {

}
