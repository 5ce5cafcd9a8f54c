package org.nuanyang.application;

import java.util.List;

import org.nuanyang.kernel.Actor;

/**
 * What an upper feature offers on the page of a round: drafting the notice, sending the
 * list.
 */
public interface RoundPart {

	int order();

	/** The buttons that are this person's to press now. */
	List<Button> buttons(Actor actor, RoundView round);

	/**
	 * A link that looks like a button.
	 *
	 * @param key message of its words, with the count as {0}
	 */
	record Button(String key, String icon, String path, long count) {

	}

}
