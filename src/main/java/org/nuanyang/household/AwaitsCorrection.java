package org.nuanyang.household;

import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;

/** What rests on the declaration of a family and may send it back to be corrected. */
public interface AwaitsCorrection {

	/** Empty where nothing was sent back, or it has been handed in again. */
	Optional<Correction> correction(Actor actor, long enrolmentId, SchoolYear year);

}
