package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A batch in the list of batches.
 *
 * @param failed given back by the bank and not taken up by a re-issue
 */
public record BatchRow(long id, String schoolName, String number, String programmeName, SchoolYear year, Term term,
		String fundName, BatchStatus status, int rows, Yuan total, Yuan paid, Yuan failed, ZonedDateTime createdAt) {

	/** Whether the batch stands where this step comes next. */
	boolean waitsFor(BatchAction action) {
		return switch (action) {
			case REISSUE -> action.isFrom(this.status) && this.failed.isPositive();
			case TAKE_RETURN -> this.status == BatchStatus.FILE_ISSUED;
			default -> action.isFrom(this.status);
		};
	}

}
