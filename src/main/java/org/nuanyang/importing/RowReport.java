package org.nuanyang.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the dry run says of one row.
 *
 * @param number unlike that of any other row of the import
 * @param sheet where several sheets are imported together, else empty
 * @param line as the sheet numbers it
 * @param label a name; for somebody missing also where they are
 * @param changes keys of the fields that would change
 */
record RowReport(int number, String sheet, int line, String bucket, Plan plan, String label, List<Finding> findings,
		List<String> changes, @Nullable String acceptedBy) {

	/** What is kept sealed. */
	record Content(String sheet, int line, String label, List<Finding> findings, List<String> changes) {

	}

	/** Where a person finds the row. */
	public String place() {
		return (this.sheet.isEmpty()) ? String.valueOf(this.line) : this.sheet + " · " + this.line;
	}

	public boolean isAccepted() {
		return this.acceptedBy != null;
	}

}
