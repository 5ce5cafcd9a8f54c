package org.nuanyang.student;

import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;

/**
 * What an upper feature adds to the pupil file (一生一档): lines on the timeline, and where
 * it has them a tab, chips under the name, a button and a card on the overview.
 */
public interface PupilFilePart {

	String headingKey();

	int order();

	/** What the actor may know of the pupil; empty where the role may not. */
	List<TimelineEntry> entries(Actor actor, PupilView pupil);

	/** A page of the feature about this pupil, shown as a tab. */
	default Optional<Tab> tab(Actor actor, PupilView pupil) {
		return Optional.empty();
	}

	default List<PupilChip> chips(Actor actor, PupilView pupil) {
		return List.of();
	}

	/** A button beside the name. */
	default Optional<Button> button(Actor actor, PupilView pupil) {
		return Optional.empty();
	}

	/** A card on the overview. */
	default Optional<Card> card(Actor actor, PupilView pupil) {
		return Optional.empty();
	}

	/**
	 * A tab.
	 *
	 * @param path address of the page; also says which tab is the current one
	 * @param locked something exists here that the actor may not read
	 */
	record Tab(String labelKey, String path, boolean locked) {

		public Tab(String labelKey, String path) {
			this(labelKey, path, false);
		}

	}

	/**
	 * A link that looks like a button.
	 *
	 * @param primary the one thing to do next
	 */
	record Button(String labelKey, String icon, String path, boolean primary) {

	}

	/**
	 * A card: the template {@code template} holds a fragment {@code card(model)}.
	 *
	 * @param place the lowest stands first
	 */
	record Card(String template, Object model, int place) {

	}

}
