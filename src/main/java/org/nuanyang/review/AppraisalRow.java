package org.nuanyang.review;

import java.time.LocalDate;

/** A recorded appraisal in the list. */
record AppraisalRow(long id, long roundId, String classLabel, LocalDate heldOn, int expected, int attended, int cases,
		String recordedBy) {

}
