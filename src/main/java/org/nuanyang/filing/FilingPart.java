package org.nuanyang.filing;

import java.util.Optional;

import org.nuanyang.kernel.Actor;

/** What an upper feature adds to the page of a filing: the awards that follow from it. */
public interface FilingPart {

	Optional<Section> section(Actor actor, FilingHead filing);

	/** A template that holds a fragment {@code section(model)}, and what it shows. */
	record Section(String template, Object model) {

	}

}
