package org.nuanyang.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only tests move. */
public final class MutableClock extends Clock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** Wednesday, in the autumn term of 2026—2027. */
	public static final LocalDate START = LocalDate.of(2026, 10, 14);

	private final AtomicReference<Instant> now = new AtomicReference<>(at(START));

	private static Instant at(LocalDate day) {
		return day.atTime(9, 30).atZone(ZONE).toInstant();
	}

	/** Half past nine on the given day. */
	public void set(LocalDate day) {
		this.now.set(at(day));
	}

	public void set(Instant instant) {
		this.now.set(instant);
	}

	public void reset() {
		set(START);
	}

	public LocalDate today() {
		return LocalDate.now(this);
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
		return this.now.get();
	}

}
