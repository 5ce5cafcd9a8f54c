package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.kernel.Yuan;

/**
 * For whom the money does not reach, served in the order of the list.
 *
 * @param count how many they are
 * @param first the first of them, as many as a page shows
 */
public record Uncovered(int count, List<One> first) {

	static final Uncovered NOBODY = new Uncovered(0, List.of());

	/** Somebody who would go without. */
	public record One(String name, String className, Yuan amount) {

	}

}
