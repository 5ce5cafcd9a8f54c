package org.nuanyang.identification;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/** Says what became of a pupil's case: implemented by the feature of the cases. */
public interface Decided {

	/**
	 * What holds for the pupil in that year, signed off; empty as long as nothing does.
	 */
	Optional<Outcome> of(Actor actor, long enrolmentId, SchoolYear year);

	/**
	 * What was decided.
	 *
	 * @param tier null: 不予认定
	 * @param reason for the family to read, or null
	 * @param assessmentId on which it was decided
	 */
	record Outcome(@Nullable Tier tier, LocalDate on, @Nullable String reason, long assessmentId) {

	}

}
