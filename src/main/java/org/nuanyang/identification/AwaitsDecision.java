package org.nuanyang.identification;

import java.util.List;

import org.nuanyang.kernel.SchoolYear;

/** Says who would be assessed by other rules: implemented by the feature of the cases. */
public interface AwaitsDecision {

	/**
	 * Cases of the year that were assessed and are not decided, in the reader's schools.
	 */
	List<Pending> pending(SchoolYear year);

	/** How many of the year are decided: no rule set touches them any more. */
	long decided(SchoolYear year);

	/**
	 * One of them.
	 *
	 * @param number the case's, by which its school finds it
	 */
	record Pending(long enrolmentId, String number, String school) {

	}

}
