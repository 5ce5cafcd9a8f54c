package org.nuanyang.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read while one page is put together: a dozen features ask for the
 * same pupil or the same round, each by itself. Only a page that reads says
 * {@link #during}; everywhere else each question goes to the database.
 */
public final class Recall {

	private static final ThreadLocal<@Nullable Map<Object, Object>> HELD = new ThreadLocal<>();

	private Recall() {
	}

	/** Puts something together that only reads, and forgets what it remembered. */
	public static <T> T during(Supplier<T> reading) {
		if (HELD.get() != null) {
			return reading.get();
		}
		HELD.set(new HashMap<>());
		try {
			return reading.get();
		}
		finally {
			HELD.remove();
		}
	}

	/**
	 * Reads it, or answers as before. What one scope may see is never told to another.
	 * @param what its name; with the arguments it names no other answer
	 */
	@SuppressWarnings("unchecked")
	public static <T> T once(String what, List<?> arguments, Supplier<T> read) {
		var held = HELD.get();
		if (held == null) {
			return read.get();
		}
		var question = new Question(what, arguments, Scope.current());
		var known = held.get(question);
		if (known == null) {
			known = read.get();
			held.put(question, known);
		}
		return (T) known;
	}

	private record Question(String what, List<?> arguments, Scope scope) {

		Question {
			arguments = List.copyOf(arguments);
		}

	}

}
