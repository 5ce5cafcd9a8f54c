package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * A batch in the list of batches.
 *
 * @param returned sent back to its maker and not made anew since
 * @param failed given back by the bank and not taken up by a re-issue
 */
public record BatchRow(long id, String schoolName, String number, String programmeName, SchoolYear year, Term term,
		String fundName, Payout payout, BatchStatus status, boolean returned, int rows, Yuan total, Yuan paid,
		Yuan failed, ZonedDateTime createdAt, long preparedBy, @Nullable Long checkedBy) {

	public String statusKey() {
		return this.returned ? BatchStatus.RETURNED_KEY : this.status.labelKey(this.payout);
	}

	public String chip() {
		return this.returned ? "warn" : this.status.chip();
	}

	/** Whether the step, which comes next, is this person's to take. */
	boolean isFor(Actor actor, BatchAction action) {
		return action.isFor(actor) && action.ownRefusal(actor.userId(), this.preparedBy, this.checkedBy) == null;
	}

	/** Whether the batch stands where this step comes next. */
	boolean waitsFor(BatchAction action) {
		return switch (action) {
			case REISSUE -> action.isFrom(this.status) && this.failed.isPositive();
			case CHECK -> action.isFrom(this.status) && !this.returned;
			case RENEW -> this.returned;
			case TAKE_RETURN -> this.status == BatchStatus.FILE_ISSUED;
			default -> action.isFrom(this.status) && action.fits(this.payout);
		};
	}

}
