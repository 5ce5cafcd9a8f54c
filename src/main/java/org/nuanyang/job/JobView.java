package org.nuanyang.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A job as its starter sees it.
 *
 * @param resultKey message key of what came of it, beside the page it leads to
 */
public record JobView(long id, String kind, JobStatus status, int done, int total, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable String resultPath,
		@Nullable String resultKey, List<Object> resultArguments, @Nullable String failureKey,
		List<Object> failureArguments) {

	public String titleKey() {
		return titleKey(this.kind);
	}

	static String titleKey(String kind) {
		return kind + ".job";
	}

	/** A second or two until it moves, and less often where it is a long one. */
	int secondsToNextLook(Instant now) {
		return Duration.between(this.createdAt, now).toSeconds() < 20 ? 2 : 5;
	}

	public boolean isOpen() {
		return this.status.isOpen();
	}

	/**
	 * Seconds the rest will take at the pace so far, or null while there is no pace yet.
	 */
	public @Nullable Long secondsLeft(Instant now) {
		if (this.startedAt == null || this.done == 0 || this.done >= this.total) {
			return null;
		}
		long spent = Duration.between(this.startedAt, now).toMillis();
		return Math.max(1, spent * (this.total - this.done) / this.done / 1000);
	}

}
