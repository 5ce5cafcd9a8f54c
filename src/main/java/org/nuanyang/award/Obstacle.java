package org.nuanyang.award;

/** Why a filed pupil gets no award. */
enum Obstacle {

	/** Another school grants this person the same programme in the same year. */
	AWARDED_ELSEWHERE,
	/** This school does already, from another filing. */
	AWARDED_HERE,
	/** An award that has ended already gave both terms of the year. */
	GIVEN_BEFORE,
	/** The termly re-check has ended the case since the list was sent. */
	CASE_ENDED,
	/** On leave, transferred, graduated or gone since the list was sent. */
	NOT_AT_SCHOOL

}
