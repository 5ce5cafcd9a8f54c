package org.nuanyang.student;

import java.util.Collection;
import java.util.Map;

import org.nuanyang.kernel.Actor;

/**
 * A column of the pupil list that an upper feature fills, with one query for the whole
 * page.
 */
public interface PupilColumn {

	String headingKey();

	int order();

	/** What to show per enrolment id; a pupil without an entry gets a dash. */
	Map<Long, PupilChip> cells(Actor actor, Collection<Long> enrolments);

}
