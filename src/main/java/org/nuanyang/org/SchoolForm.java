package org.nuanyang.org;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.SchoolStage;

/**
 * A school as typed.
 *
 * @param code 学校标识码: ten digits of the ministry; older local codes may hold letters
 */
record SchoolForm(@NotNull @Nullable Long districtId, @NotBlank @Size(max = 60) @Nullable String name,
		@NotBlank @Pattern(regexp = "\\d{10}|(?=.*[A-Za-z])[0-9A-Za-z]{4,20}",
				message = "{org.school.code.invalid}") @Nullable String code,
		@NotNull @Nullable SchoolStage stage, @Nullable Boolean boarding) {

	boolean hasBoarders() {
		return Boolean.TRUE.equals(this.boarding);
	}

	static final SchoolForm EMPTY = new SchoolForm(null, null, null, null, false);

	static SchoolForm of(SchoolView school) {
		return new SchoolForm(school.districtId(), school.name(), school.code(), school.stage(), school.boarding());
	}

	String typedName() {
		return Objects.requireNonNull(this.name).strip();
	}

}
