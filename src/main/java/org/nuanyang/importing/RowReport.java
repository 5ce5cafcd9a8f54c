package org.nuanyang.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the dry run says of one row.
 *
 * @param label a name; for somebody missing also where they are
 * @param changes keys of the fields that would change
 */
record RowReport(int number, String bucket, Plan plan, String label, List<Finding> findings, List<String> changes,
		@Nullable String acceptedBy) {

	/** What is kept sealed. */
	record Content(String label, List<Finding> findings, List<String> changes) {

	}

	public boolean isAccepted() {
		return this.acceptedBy != null;
	}

}
