package org.nuanyang.student;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The purpose of a reading.
 *
 * @param note needed for OTHER; numbers of persons do not belong in it, for it is kept in
 * the audit trail
 */
public record PurposeForm(@NotNull(message = "{student.purpose.missing}") @Nullable Purpose purpose,
		@Size(max = 100) @Pattern(regexp = "(?s)(?!.*\\d{7}).*",
				message = "{student.purpose.note.number}") @Nullable String note) {

	public static final PurposeForm EMPTY = new PurposeForm(null, null);

	@AssertTrue(message = "{student.purpose.note.missing}")
	public boolean isExplained() {
		return this.purpose != Purpose.OTHER || (this.note != null && !this.note.isBlank());
	}

	/** What was written beside it; empty for nothing. */
	public String words() {
		return (this.note != null) ? this.note.strip() : "";
	}

}
