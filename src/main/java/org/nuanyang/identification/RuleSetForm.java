package org.nuanyang.identification;

import java.util.Objects;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.web.multipart.MultipartFile;

/**
 * A new rule set as typed.
 *
 * @param from which one to copy, or null where a file is sent
 */
record RuleSetForm(@NotNull @Min(2000) @Max(2100) @Nullable Integer year,
		@NotBlank @Size(max = 60) @Nullable String name, @NotBlank @Size(max = 60) @Nullable String nameEn,
		@Nullable Long from, @Nullable MultipartFile file) {

	static RuleSetForm copying(@Nullable RuleSetHead last, SchoolYear year) {
		return (last != null) ? new RuleSetForm(year.firstYear(), last.name().zh(), last.name().en(), last.id(), null)
				: new RuleSetForm(year.firstYear(), "", "", null, null);
	}

	/** The file that was chosen, if one was: browsers send an empty one otherwise. */
	Optional<MultipartFile> sent() {
		return Optional.ofNullable(this.file)
			.filter((file) -> !Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty());
	}

	SchoolYear schoolYear() {
		return new SchoolYear(Objects.requireNonNull(this.year));
	}

	Label label() {
		return new Label(Objects.requireNonNull(this.name).strip(), Objects.requireNonNull(this.nameEn).strip());
	}

}
