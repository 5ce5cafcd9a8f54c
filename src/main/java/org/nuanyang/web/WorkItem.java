package org.nuanyang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Role;

/**
 * A line of the workbench: how much of what waits, and where it is done.
 *
 * @param key message of the line, with the count as {0} and the arguments after it; where
 * they exist, key + ".hint" is the small print and key + ".action" the button
 * @param due the day it is due, or null
 * @param by whom it waits for, where the reader waits for others
 * @param left how long there is, where it is not counted in plain days
 */
public record WorkItem(Turn turn, String key, long count, String path, @Nullable LocalDate due, List<Object> arguments,
		Set<Role> by, @Nullable Left left) {

	public WorkItem {
		arguments = List.copyOf(arguments);
		by = Set.copyOf(by);
	}

	public WorkItem(Turn turn, String key, long count, String path, @Nullable LocalDate due, List<Object> arguments) {
		this(turn, key, count, path, due, arguments, Set.of(), null);
	}

	public WorkItem(Turn turn, String key, long count, String path) {
		this(turn, key, count, path, null, List.of());
	}

	/** The same, waiting for whoever holds one of the roles: they can be reminded. */
	public WorkItem waitingFor(Role... by) {
		return new WorkItem(this.turn, this.key, this.count, this.path, this.due, this.arguments, Set.of(by),
				this.left);
	}

	/** The same with the time that is left as its feature counts it. */
	public WorkItem left(String chip, String key, String count) {
		return new WorkItem(this.turn, this.key, this.count, this.path, this.due, this.arguments, this.by,
				new Left(chip, key, count));
	}

	/** Whether the reader waits for somebody who can be reminded. */
	public boolean isRemindable() {
		return this.turn == Turn.OTHERS && !this.by.isEmpty();
	}

	/**
	 * Time that is left.
	 *
	 * @param chip the kind of chip that shows it
	 * @param key message of its words, with the days as {0}
	 */
	public record Left(String chip, String key, String count) {

	}

	/** What the message is filled with. */
	public Object[] values() {
		return Stream.concat(Stream.of((Object) this.count), this.arguments.stream()).toArray();
	}

}
