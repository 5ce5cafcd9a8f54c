package org.nuanyang.notice;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the privacy check found, by place. The found text itself is not
 * repeated.
 *
 * @param row the line of the list, or null for one of the office's fields
 * @param place the column or the field
 */
public record PrivacyFinding(@Nullable Integer row, String place, PrivacyRisk risk) {

	static PrivacyFinding inRow(int row, String column, PrivacyRisk risk) {
		return new PrivacyFinding(row, column, risk);
	}

	static PrivacyFinding inField(String field, PrivacyRisk risk) {
		return new PrivacyFinding(null, field, risk);
	}

}
