package org.nuanyang.filing;

import java.util.List;

/**
 * A filing on its page.
 *
 * @param intact the rows read now give the hash taken when they were sent
 * @param changed the rows that the files of today say otherwise
 * @param resend how many the reader is to correct and send again
 * @param earlier what of the same round was sent before and came back, the latest first
 * @param mayOpenCase the reader may look at the cases themselves
 */
public record FilingPage(FilingHead head, List<FilingRow> rows, boolean intact, long one, long two, long three,
		List<Changed> changed, boolean mayAnswer, int resend, boolean mayExport, boolean mayOpenCase,
		List<FilingPart.Section> parts, List<Earlier> earlier) {

	/** A filing that came back, with the rows that were returned alone. */
	public record Earlier(FilingHead head, List<Returned> rows) {

	}

	/** A row that was returned, and why. */
	public record Returned(String name, String reason) {

	}

	/** A row with everything that differs today. */
	public record Changed(FilingRow row, List<FilingDifference> differences) {

	}

	/** How many values differ. */
	public int differences() {
		return this.changed.stream().mapToInt((one) -> one.differences().size()).sum();
	}

}
