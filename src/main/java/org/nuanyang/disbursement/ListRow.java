package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.award.PayableAward;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.payee.PayeeView;
import org.nuanyang.student.PupilView;

/**
 * A row about to go on a payment list, with everything it freezes.
 *
 * @param payee null where no bank pays, as is the account
 * @param originalRowId the failed row that it pays again, or null
 */
record ListRow(PupilView pupil, PayableAward award, @Nullable PayeeView payee, @Nullable BankAccount account,
		@Nullable Long originalRowId) {

}
