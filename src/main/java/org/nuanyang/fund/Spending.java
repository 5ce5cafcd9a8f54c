package org.nuanyang.fund;

import java.time.LocalDate;

import org.nuanyang.kernel.SchoolYear;

/**
 * What money is promised or paid for.
 *
 * @param sourceType the kind of thing the entry leads to, as its {@link LedgerLink} names
 * it
 * @param reference its number, as the ledger shows it
 * @param persons how many pupils it is for
 * @param eventKey the event being booked: told twice, it is refused by the database
 */
public record Spending(long fundId, long programmeId, SchoolYear year, String sourceType, long sourceId,
		String reference, int persons, LocalDate on, String eventKey) {

}
