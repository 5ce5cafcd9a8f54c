package org.nuanyang.student;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of status.
 *
 * @param classId asked only when the pupil comes back
 */
record ChangeForm(@NotNull(message = "{student.change.day.missing}") @Nullable LocalDate day,
		@NotBlank(message = "{student.change.reason.missing}") @Size(max = 200) @Nullable String reason,
		@Nullable Long classId) {

}
