package org.nuanyang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A line of the workbench: how much of what waits, and where it is done.
 *
 * @param key message of the line, with the count as {0} and the arguments after it; where
 * they exist, key + ".hint" is the small print and key + ".action" the button
 * @param due the day it is due, or null
 */
public record WorkItem(Turn turn, String key, long count, String path, @Nullable LocalDate due,
		List<Object> arguments) {

	public WorkItem {
		arguments = List.copyOf(arguments);
	}

	public WorkItem(Turn turn, String key, long count, String path) {
		this(turn, key, count, path, null, List.of());
	}

	/** What the message is filled with. */
	public Object[] values() {
		return Stream.concat(Stream.of((Object) this.count), this.arguments.stream()).toArray();
	}

}
