package org.nuanyang.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param about the pupil, if the reader may still see one; else the batch, notice or
 * school
 * @param actorName whose doing it is, or null for somebody from outside
 * @param work the workbench line of a reminder
 */
record Message(long id, News news, String about, String className, String path, @Nullable String work, long waiting,
		@Nullable String actorName, Instant at, boolean read) {

	public String key() {
		return "inbox." + this.news;
	}

}
