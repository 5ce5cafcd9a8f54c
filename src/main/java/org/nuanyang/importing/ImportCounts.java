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

	/**
	 * After somebody accepted rows, or took that back.
	 * @param writable rows in order or accepted, by plan
	 */
	ImportCounts with(Map<Plan, Integer> writable) {
		int sum = writable.values().stream().mapToInt(Integer::intValue).sum();
		return new ImportCounts(this.ok, this.confirm, this.error, this.missing, this.ignored, this.hidden,
				writable.getOrDefault(Plan.NEW, 0), writable.getOrDefault(Plan.CHANGED, 0),
				writable.getOrDefault(Plan.SAME, 0), sum - this.ok, this.findings);
	}

	/** Rows that an import now would write. */
	public int toWrite() {
		return this.added + this.changed;
	}

	/** Message key of why an import now would write nothing. */
	public String nothing() {
		if (this.confirm > this.accepted) {
			return "importing.nothing.unconfirmed";
		}
		if (this.error == 0) {
			return "importing.nothing";
		}
		return (this.ok + this.accepted == 0) ? "importing.nothing.errors" : "importing.nothing.but-errors";
	}

	public int left() {
		return this.error + this.confirm - this.accepted;
	}

}
