package org.nuanyang.identification;

import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A new rule set as typed; the file comes beside it.
 *
 * @param from which one to copy, or null where a file is sent
 */
record RuleSetForm(@NotNull @Min(2000) @Max(2100) @Nullable Integer year,
		@NotBlank @Size(max = 60) @Nullable String name, @NotBlank @Size(max = 60) @Nullable String nameEn,
		@Nullable Long from) {

	static RuleSetForm copying(@Nullable RuleSetHead last, SchoolYear year) {
		return (last != null) ? new RuleSetForm(year.firstYear(), last.name().zh(), last.name().en(), last.id())
				: new RuleSetForm(year.firstYear(), "", "", null);
	}

	SchoolYear schoolYear() {
		return new SchoolYear(Objects.requireNonNull(this.year));
	}

	Label label() {
		return new Label(Objects.requireNonNull(this.name).strip(), Objects.requireNonNull(this.nameEn).strip());
	}

}
