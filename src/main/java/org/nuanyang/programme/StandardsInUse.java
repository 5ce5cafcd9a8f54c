package org.nuanyang.programme;

import org.nuanyang.kernel.SchoolYear;

/**
 * Whether somebody already gets a programme's amounts of a year: from then on they are
 * not changed any more. Owned here and answered by the feature that grants.
 */
public interface StandardsInUse {

	boolean isUsed(long programmeId, SchoolYear year);

}
