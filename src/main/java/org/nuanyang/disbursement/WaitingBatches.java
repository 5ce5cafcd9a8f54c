package org.nuanyang.disbursement;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Waiting;

/** How many batches wait for somebody's next step: what {@link BatchRow} says, in SQL. */
final class WaitingBatches {

	private WaitingBatches() {
	}

	static Waiting of(Actor actor) {
		var steps = BatchPages.WAITING.stream()
			.filter((action) -> action.isFor(actor))
			.map(WaitingBatches::condition)
			.collect(Collectors.joining(" or "));
		return (steps.isEmpty() || actor.school().isEmpty()) ? Waiting.NOTHING
				: new Waiting("select count(*) from payment_batch b where " + steps, Map.of("me", actor.userId()));
	}

	private static String condition(BatchAction action) {
		return "(" + switch (action) {
			case REISSUE -> from(action) + " and " + BatchQueries.FREE_TO_REISSUE;
			case CHECK -> from(action) + " and not b.returned and b.prepared_by <> :me";
			case APPROVE -> from(action) + " and b.prepared_by <> :me and b.checked_by <> :me";
			case TAKE_SIGNATURES ->
				from(action) + " and b.payout in (" + payouts(action) + ") and b.prepared_by <> :me";
			case RENEW -> "b.returned";
			case TAKE_RETURN -> "b.status = '" + BatchStatus.FILE_ISSUED + "'";
			default -> from(action) + " and b.payout in (" + payouts(action) + ")";
		} + ")";
	}

	private static String from(BatchAction action) {
		return Arrays.stream(BatchStatus.values())
			.filter(action::isFrom)
			.map("'%s'"::formatted)
			.collect(Collectors.joining(", ", "b.status in (", ")"));
	}

	private static String payouts(BatchAction action) {
		return Arrays.stream(Payout.values())
			.filter(action::fits)
			.map("'%s'"::formatted)
			.collect(Collectors.joining(", "));
	}

}
