package org.nuanyang.student;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;

/**
 * What one school knows of a pupil: class, registry number, boarding, where to reach the
 * family.
 */
public record Schooling(long classId, @Nullable RegistryNumber registry, @Nullable String schoolNumber,
		boolean boarding, LocalDate enteredOn, Entry entry, @Nullable String entryNote, @Nullable String address,
		@Nullable Phone phone, Circumstances circumstances) {

}
