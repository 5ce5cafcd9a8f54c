package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * One voucher in a ledger, with what the fund, or the school, had after it.
 *
 * @param in what the bank account received, or null; a red entry is negative
 * @param out what the bank account paid, or null; a red entry is negative
 * @param persons the number of pupils, 0 where there is none
 * @param reverses the voucher that a red entry takes back, or null
 * @param cause the first word of its event, which says why a red entry was booked
 * @param partId the receipt or the payment that it is about, or null where it is about
 * all of its source
 */
public record LedgerLine(long entryId, long fundId, String fundName, int voucher, LocalDate on, EntryKind kind,
		String reference, int persons, String sourceType, long sourceId, @Nullable Yuan in, @Nullable Yuan out,
		Yuan total, Yuan holds, Yuan promised, String recordedBy, @Nullable Integer reverses, String cause,
		@Nullable Long partId) {

	public Yuan free() {
		return this.holds.minus(this.promised);
	}

	Yuan received() {
		return Objects.requireNonNullElse(this.in, Yuan.ZERO);
	}

	Yuan paid() {
		return Objects.requireNonNullElse(this.out, Yuan.ZERO);
	}

	/** Whether it is a red entry (冲销). */
	public boolean isRed() {
		return this.reverses != null;
	}

	/** Message key of the generated summary; a red entry says why it was booked. */
	public String summaryKey() {
		return switch (this.cause) {
			case "returned-payment", "recovered-payment", "reverse-receipt", "hand-over", "restore", "waived",
					"arrived" ->
				this.kind.summaryKey() + "." + this.cause;
			default -> this.kind.summaryKey();
		};
	}

	/** What the message of its summary wants to know. */
	public Object[] summaryArguments() {
		return new Object[] { this.reference, this.persons, this.total.toString(),
				(this.reverses != null) ? String.valueOf(this.reverses) : "" };
	}

}
