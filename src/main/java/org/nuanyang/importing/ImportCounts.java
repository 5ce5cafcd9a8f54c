package org.nuanyang.importing;

import java.util.Map;
import java.util.Objects;

/**
 * Rows by what becomes of them.
 *
 * @param added rows that bring something new, among those that may be imported
 * @param accepted rows that somebody accepted although they ask for a decision
 * @param findings rows by severity and message key, as in “ERROR kernel.id.check”
 */
public record ImportCounts(int ok, int confirm, int error, int missing, int ignored, int hidden, int added, int changed,
		int same, int accepted, Map<String, Integer> findings) {

	public ImportCounts {
		// Imports of before this was counted have none.
		findings = Objects.requireNonNullElse(findings, Map.of());
	}

	static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

	/** Rows that an import now would write. */
	public int toWrite() {
		return this.added + this.changed;
	}

	public int left() {
		return this.error + this.confirm - this.accepted;
	}

}
