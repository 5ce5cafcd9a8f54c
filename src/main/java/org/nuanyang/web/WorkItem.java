package org.nuanyang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param note what more is to be said of it, or null
 */
public record WorkItem(Turn turn, String key, long count, String path, @Nullable LocalDate due, List<Object> arguments,
		Set<Role> by, @Nullable Note note) {

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
				this.note);
	}

	/** The same, due on that day. */
	public WorkItem due(LocalDate day) {
		return new WorkItem(this.turn, this.key, this.count, this.path, day, this.arguments, this.by, this.note);
	}

	/** The same with a second line of small print. */
	public WorkItem noting(String key, Object... values) {
		return new WorkItem(this.turn, this.key, this.count, this.path, this.due, this.arguments, this.by,
				new Note(key, List.of(values)));
	}

	/** Whether the reader waits for somebody who can be reminded. */
	public boolean isRemindable() {
		return this.turn == Turn.OTHERS && !this.by.isEmpty();
	}

	/** What tells it from the reader's other lines. */
	public String line() {
		return this.key + " " + this.path;
	}

	/**
	 * The line of somebody else by which this one waits for that person: of the same key
	 * where both read the same words, else of the key for what is one's own.
	 */
	public Optional<WorkItem> ownOf(List<WorkItem> mine) {
		var own = this.key.replace(".others", "").replace("OTHERS", "MINE");
		return mine.stream()
			.filter((item) -> item.path.equals(this.path))
			.findFirst()
			.or(() -> mine.stream().filter((item) -> item.key.equals(own) && !isOfOne()).findFirst());
	}

	/** About a single thing, which its address names. */
	private boolean isOfOne() {
		return this.path.matches(".*/\\d+");
	}

	/** More small print: a message and what fills it. */
	public record Note(String key, List<Object> arguments) {

		public Object[] values() {
			return this.arguments.toArray();
		}

	}

	/** What the message is filled with. */
	public Object[] values() {
		return Stream.concat(Stream.of((Object) this.count), this.arguments.stream()).toArray();
	}

}
