package org.nuanyang.application;

import java.util.Optional;

/**
 * How many came to the class appraisal of a case; implemented by the feature that records
 * it.
 */
public interface Attendance {

	/** Of the last appraisal, nothing before there was one. */
	Optional<Count> of(long applicationId);

	/** 应参加, 实际参加 */
	record Count(int expected, int attended) {

	}

}
