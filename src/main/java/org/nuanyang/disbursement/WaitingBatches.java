package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Waiting;

/** How many batches wait for somebody's next step: what {@link BatchRow} says, in SQL. */
final class WaitingBatches {

	private WaitingBatches() {
	}

	static Waiting of(Actor actor) {
		var steps = Stream
			.concat(BatchPages.WAITING.stream().filter((action) -> action.isFor(actor)).map(WaitingBatches::condition),
					beside(actor))
			.collect(Collectors.joining(" or "));
		return (steps.isEmpty() || actor.school().isEmpty()) ? Waiting.NOTHING
				: new Waiting("select count(*) from payment_batch b where " + steps, Map.of("me", actor.userId()));
	}

	/** What is to be done about single rows and lines of a batch, beside its steps. */
	private static Stream<String> beside(Actor actor) {
		var all = new ArrayList<String>();
		if (actor.is(Role.FINANCE)) {
			all.add(line("l.reason is null and not exists (select from payment_arrival a where a.line_id = l.id)"));
			all.add(demand("v.decided_by is not null"));
			all.add(arrival("w.done_as <> 'FINANCE'"));
		}
		if (actor.is(Role.PRINCIPAL)) {
			all.add(line("l.reason is not null"));
			all.add(demand("v.decided_by is null"));
			all.add(arrival("true"));
		}
		return all.stream();
	}

	private static String line(String state) {
		return "exists (select from (" + BankRepository.OPEN_LINES + ") l where l.batch_id = b.id and " + state + ")";
	}

	private static String demand(String state) {
		return "exists (select from payment_recovery v where v.batch_id = b.id and " + state
				+ " and not exists (select from payment_back k where k.row_id = v.row_id))";
	}

	private static String arrival(String state) {
		return "exists (select from (" + ArrivalRepository.WAITING + ") w where w.batch_id = b.id and " + state + ")";
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
