package org.nuanyang.disbursement;

import java.util.function.IntConsumer;

/**
 * Told how many rows of a list are written, and first, once it is known, who is on it.
 */
@FunctionalInterface
interface ListProgress extends IntConsumer {

	/**
	 * The list is made and about to be written.
	 */
	default void listed(int rows, int leftOut) {
		// Only who watches the bar wants to know.
	}

}
