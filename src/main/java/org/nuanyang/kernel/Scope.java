package org.nuanyang.kernel;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The schools whose rows the running code may read, write, or answer for (a county's
 * acceptance of a filing). Every transaction hands it to the database, whose row-level
 * security does the refusing; without a scope no row is seen.
 */
public record Scope(Set<Long> read, Set<Long> write, Set<Long> answer) implements Serializable {

	/** Sees nothing. */
	public static final Scope NONE = new Scope(Set.of(), Set.of(), Set.of());

	private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(() -> NONE);

	public Scope {
		read = Set.copyOf(read);
		write = Set.copyOf(write);
		answer = Set.copyOf(answer);
	}

	/** Reads and writes the given schools. */
	public static Scope of(Collection<Long> schools) {
		return new Scope(Set.copyOf(schools), Set.copyOf(schools), Set.of());
	}

	/** Reads and writes one school. */
	public static Scope of(long schoolId) {
		return of(Set.of(schoolId));
	}

	public static Scope current() {
		return CURRENT.get();
	}

	/** Runs the work with this scope and puts the former one back. */
	public <T> T call(Supplier<T> work) {
		var before = CURRENT.get();
		CURRENT.set(this);
		try {
			return work.get();
		}
		finally {
			CURRENT.set(before);
		}
	}

	/** Runs the work with this scope and puts the former one back. */
	public void run(Runnable work) {
		call(() -> {
			work.run();
			return true;
		});
	}

}
