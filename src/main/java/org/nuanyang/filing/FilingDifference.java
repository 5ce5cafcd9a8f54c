package org.nuanyang.filing;

import org.jspecify.annotations.Nullable;

/**
 * 已备案 ≠ 当前: one value of a filed row that the files of today say otherwise.
 *
 * @param filed as it was sent; null where neither is shown
 * @param current as it is now
 */
public record FilingDifference(long filingId, int position, Field field, @Nullable String filed,
		@Nullable String current) {

	/** What may differ, and how its values are written. */
	public enum Field {

		NAME(null), SEX("kernel.sex."), DOCUMENT(null), CLASS(null), BOARDING("filing.boarding."), TIER("web.tier."),
		ENROLMENT("student.status."), CASE("application.status.");

		private final @Nullable String prefix;

		Field(@Nullable String prefix) {
			this.prefix = prefix;
		}

		public String labelKey() {
			return "filing.field." + name();
		}

		/** Belongs to the person, whatever year it is. */
		boolean isIdentity() {
			return this == NAME || this == SEX || this == DOCUMENT;
		}

	}

	/** The message that names a value, or null where the value speaks for itself. */
	public @Nullable String wordKey(@Nullable String value) {
		return (this.field.prefix != null && value != null) ? this.field.prefix + value : null;
	}

	public boolean isOfClass() {
		return this.field == Field.CLASS;
	}

}
