package org.nuanyang.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What was done about an alarm, as typed. */
record AlarmStepForm(@NotNull(message = "{visit.alarm.step.kind.missing}") AlarmStep.@Nullable Kind kind,
		@NotNull(message = "{visit.alarm.step.day.missing}") @Nullable LocalDate day,
		@NotNull(message = "{visit.alarm.step.time.missing}") @Nullable LocalTime time,
		@NotBlank(message = "{visit.alarm.step.note.missing}") @Size(max = 500) @Nullable String note) {

	AlarmStep.Kind what() {
		return Objects.requireNonNull(this.kind);
	}

	Instant at(ZoneId zone) {
		return Objects.requireNonNull(this.day).atTime(Objects.requireNonNull(this.time)).atZone(zone).toInstant();
	}

	String said() {
		return Objects.requireNonNull(this.note).strip();
	}

}
