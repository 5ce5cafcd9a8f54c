package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.List;

import org.nuanyang.kernel.Yuan;

/**
 * What has left for the bank and is not booked yet: told by the features that pay, which
 * stand above this one.
 */
public interface Outstanding {

	/** What of a fund was under way at the end of a day. */
	List<Item> at(long fundId, LocalDate day);

	/**
	 * Something under way.
	 *
	 * @param settled what of it the bank had paid by then and the books had not; what is
	 * not settled may or may not have left the bank
	 */
	record Item(String reference, String path, int persons, Yuan amount, Yuan settled) {

	}

}
