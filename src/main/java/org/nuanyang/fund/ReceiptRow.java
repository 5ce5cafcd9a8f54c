package org.nuanyang.fund;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A receipt (到账登记) in the register of a fund.
 *
 * @param scans how many scans of its document are kept
 */
public record ReceiptRow(long id, long fundId, int voucher, String documentNo, LocalDate receivedOn, Yuan amount,
		@Nullable String payer, String recordedBy, boolean reversed, int scans) {

}
