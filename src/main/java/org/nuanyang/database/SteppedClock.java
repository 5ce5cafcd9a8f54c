package org.nuanyang.database;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The clock of the app: the system's, except on the one thread that builds the demo
 * county and lives through its past.
 */
public final class SteppedClock extends Clock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final ThreadLocal<@Nullable Instant> held = new ThreadLocal<>();

	/** Runs the work as if it were that moment, on this thread only. */
	public <T> T at(LocalDateTime moment, Supplier<T> work) {
		var before = this.held.get();
		this.held.set(moment.atZone(ZONE).toInstant());
		try {
			return work.get();
		}
		finally {
			this.held.set(before);
		}
	}

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

	@Override
	public Instant instant() {
		var moment = this.held.get();
		return (moment != null) ? moment : Instant.now();
	}

}
