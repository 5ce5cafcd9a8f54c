package org.nuanyang.application;

import java.util.Collection;
import java.util.Map;

/**
 * How far a round has come in a step that its cases alone do not show: filing, payment.
 * Owned here and answered by the feature whose step it is.
 */
public interface StepLoad {

	RoundStep step();

	/** Of many rounds at once, by their id; one without anybody may be left out. */
	Map<Long, Load> of(Collection<RoundView> rounds);

	/**
	 * How many pupils the step has still to do and how many are through it.
	 */
	record Load(long waiting, long through) {

		public static final Load NONE = new Load(0, 0);

	}

}
