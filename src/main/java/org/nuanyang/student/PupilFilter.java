package org.nuanyang.student;

import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;

/**
 * A filter of the pupil list that an upper feature offers: hardship category, tier, state
 * in the round.
 */
public interface PupilFilter {

	/** The name of the request parameter, as in {@code category}. */
	String parameter();

	String labelKey();

	int order();

	/** Whether the bar offers it unasked; else only to whom an address led to it. */
	default boolean isOffered() {
		return true;
	}

	/**
	 * The values that the actor may choose from; none hides the filter. No other is ever
	 * asked for.
	 */
	List<Option> options(Actor actor);

	/** The enrolments that a value of {@link #options} keeps. */
	Condition keeps(Actor actor, String value);

	/**
	 * One choice.
	 *
	 * @param label message key, or the words themselves where they are data
	 */
	record Option(String value, String label) {

	}

	/**
	 * A query of enrolment ids, as in
	 * {@code select enrolment_id from … where code = :category}. Its parameters begin
	 * with the filter's own name.
	 */
	record Condition(String enrolmentIds, Map<String, ?> parameters) {

	}

}
