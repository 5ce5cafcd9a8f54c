package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.award.PayableAward;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.payee.PayeeView;
import org.nuanyang.student.PupilView;

/**
 * A row about to go on a payment list, with everything it freezes.
 *
 * @param originalRowId the failed row that it pays again, or null
 */
record ListRow(PupilView pupil, PayableAward award, PayeeView payee, BankAccount account,
		@Nullable Long originalRowId) {

}
