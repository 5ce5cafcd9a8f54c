package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

/**
 * A bank return that came in.
 *
 * @param failed what was not paid, and what was paid and sent back
 * @param lines all of its lines
 */
public record ReturnRow(long id, String fileName, String sha256, String by, ZonedDateTime at, int paid, int failed,
		int problems, int lines) {

	/** Whether it said nothing that was not known, or still under way. */
	public boolean isWithoutNews() {
		return this.paid + this.failed + this.problems == 0;
	}

}
