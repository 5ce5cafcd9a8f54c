package org.nuanyang.visit;

/** Says who else has to be visited: implemented by features whose work waits for it. */
public interface AwaitsVisit {

	/**
	 * A select of the pupils of :school, by enrolment, for whom a visit of the school
	 * year that begins in :year is missing.
	 */
	String enrolments();

	/**
	 * Likewise a select of those of them whom somebody asked to visit once more:
	 * enrolment_id, actor_name, at and reason.
	 */
	String asked();

}
