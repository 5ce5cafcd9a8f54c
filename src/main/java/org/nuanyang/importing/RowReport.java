package org.nuanyang.importing;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the dry run says of one row.
 *
 * @param number unlike that of any other row of the import
 * @param sheet where several sheets are imported together, else empty
 * @param line as the sheet numbers it
 * @param label a name; for somebody missing also where they are
 * @param changes the fields that would change
 */
record RowReport(int number, String sheet, int line, String bucket, Plan plan, String label, List<Finding> findings,
		List<Difference> changes, @Nullable String acceptedBy) {

	/**
	 * What is kept sealed.
	 *
	 * @param changes field keys alone, of checks of before the values were kept
	 * @param differences null of such a check
	 */
	record Content(String sheet, int line, String label, List<Finding> findings, @Nullable List<String> changes,
			@Nullable List<Difference> differences) {

		List<Difference> fields() {
			return (this.differences != null) ? this.differences
					: Objects.requireNonNullElse(this.changes, List.<String>of()).stream().map(Difference::in).toList();
		}

	}

	/** Where a person finds the row. */
	public String place() {
		return (this.sheet.isEmpty()) ? String.valueOf(this.line) : this.sheet + " · " + this.line;
	}

	public boolean isAccepted() {
		return this.acceptedBy != null;
	}

}
