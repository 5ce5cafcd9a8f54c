package org.nuanyang.fund;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * One voucher in the ledger of a fund, with what the fund had after it.
 *
 * @param in what the bank account received, or null
 * @param out what the bank account paid, or null
 * @param persons the number of pupils, 0 where there is none
 */
public record LedgerLine(long entryId, int voucher, LocalDate on, EntryKind kind, String reference, int persons,
		String sourceType, long sourceId, @Nullable Yuan in, @Nullable Yuan out, Yuan total, Yuan holds, Yuan promised,
		String recordedBy) {

	public Yuan free() {
		return this.holds.minus(this.promised);
	}

}
