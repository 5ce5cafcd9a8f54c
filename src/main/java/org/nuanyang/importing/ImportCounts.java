package org.nuanyang.importing;

/**
 * Rows by what becomes of them.
 *
 * @param added rows that bring something new, among those that may be imported
 * @param accepted rows that somebody accepted although they ask for a decision
 */
public record ImportCounts(int ok, int confirm, int error, int missing, int ignored, int hidden, int added, int changed,
		int same, int accepted) {

	static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	/** Rows that an import now would write. */
	public int toWrite() {
		return this.added + this.changed;
	}

	public int left() {
		return this.error + this.confirm - this.accepted;
	}

}
