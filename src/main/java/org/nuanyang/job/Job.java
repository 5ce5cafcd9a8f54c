package org.nuanyang.job;

import org.jspecify.annotations.Nullable;

/** A claimed job: what is to be done, for whom, and the number of this attempt. */
record Job(long id, String kind, long ownerId, @Nullable Long schoolId, String payload, int total, int attempt) {

	/** Enough for two crashes in a row; a third is the job's own doing. */
	static final int MAX_ATTEMPTS = 3;

	boolean isLastAttempt() {
		return this.attempt >= MAX_ATTEMPTS;
	}

	/** The number a user quotes and the log repeats. */
	String errorNumber() {
		return "E-" + this.id;
	}

}
