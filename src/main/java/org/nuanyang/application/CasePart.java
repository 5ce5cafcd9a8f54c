package org.nuanyang.application;

import java.util.Optional;

import org.nuanyang.kernel.Actor;

/**
 * A card that an upper feature adds to the case page: the class appraisal, the notice,
 * the award.
 */
public interface CasePart {

	int order();

	/** Empty where there is nothing to show, or nothing for this person. */
	Optional<Card> card(Actor actor, CaseView application);

	/**
	 * A card: the template {@code template} holds a fragment {@code card(model)}.
	 */
	record Card(String template, Object model) {

	}

}
