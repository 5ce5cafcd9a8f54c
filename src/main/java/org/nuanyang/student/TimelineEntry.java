package org.nuanyang.student;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line on a pupil's timeline.
 *
 * @param key message key of what happened, with its arguments
 * @param note words of a person that explain it, shown as they are
 * @param link where to read more, or null
 */
public record TimelineEntry(LocalDate day, String key, List<?> arguments, @Nullable String note,
		@Nullable String link) {

	public TimelineEntry {
		arguments = List.copyOf(arguments);
	}

	public TimelineEntry(LocalDate day, String key, Object... arguments) {
		this(day, key, List.of(arguments), null, null);
	}

	public TimelineEntry noted(@Nullable String note) {
		return new TimelineEntry(this.day, this.key, this.arguments, note, this.link);
	}

	public TimelineEntry linked(String link) {
		return new TimelineEntry(this.day, this.key, this.arguments, this.note, link);
	}

}
