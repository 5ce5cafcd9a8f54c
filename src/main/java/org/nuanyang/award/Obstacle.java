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
	NOT_AT_SCHOOL,
	/** 二选一: another programme is held. */
	EITHER,
	/** 就高: another programme is worth more. */
	HIGHER,
	/** 就高: this one is worth more, but the other must end first. */
	LOWER_HELD,
	/** 禁止: another programme was held in the year. */
	NEVER,
	/** 可推荐例外: another programme is held and nobody has approved an exception. */
	NOT_RECOMMENDED

}
