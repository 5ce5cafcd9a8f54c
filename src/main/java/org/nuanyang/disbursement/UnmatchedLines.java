package org.nuanyang.disbursement;

import java.util.List;

/**
 * The lines of one return for rows that the list does not have and that nobody has
 * voided: a return of another list brings thousands of them, of one and the same cause.
 *
 * @param open nobody has said yet what they are
 * @param explained finance has, and a second person may void them
 * @param own the reader wrote the reason of some of them, and may not void those
 * @param reasons what finance wrote, each once, with who wrote it
 */
public record UnmatchedLines(long returnId, String fileName, int open, int explained, int own, List<String> reasons) {

	/** To be dealt with one by one, where there is but one. */
	boolean isMany() {
		return this.open + this.explained > 1;
	}

}
