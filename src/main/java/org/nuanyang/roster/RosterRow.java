package org.nuanyang.roster;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.student.Circumstances;
import org.nuanyang.student.GuardianDraft;
import org.nuanyang.student.Identity;
import org.nuanyang.student.PupilDraft;

/**
 * A pupil as one row of the roster describes one.
 *
 * @param guardians those that the row names, in its order
 */
record RosterRow(Identity identity, int grade, int schoolClass, @Nullable RegistryNumber registry,
		@Nullable String schoolNumber, boolean boarding, @Nullable LocalDate enteredOn, @Nullable String address,
		@Nullable Phone phone, Circumstances circumstances, List<GuardianDraft> guardians, Match match) {

	/** What the school has of this pupil, filled in by the comparison. */
	static final class Match {

		@Nullable Long enrolmentId;

		@Nullable PupilDraft before;

	}

}
