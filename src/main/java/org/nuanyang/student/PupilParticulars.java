package org.nuanyang.student;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the head of a paper form says of a pupil; numbers masked, empty without one.
 *
 * @param phone of the guardian, else the one in the roster
 */
public record PupilParticulars(LocalDate bornOn, @Nullable String ethnicity, String maskedRegistry,
		@Nullable String address, String phone) {

	public boolean hasAddress() {
		return this.address != null && !this.address.isBlank();
	}

}
