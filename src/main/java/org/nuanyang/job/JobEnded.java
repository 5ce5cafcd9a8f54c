package org.nuanyang.job;

import org.jspecify.annotations.Nullable;

/**
 * A job has come to its end, in the transaction that says so and with the scope of
 * whoever started it.
 *
 * @param titleKey message key of what it was
 */
public record JobEnded(long id, long ownerId, @Nullable Long schoolId, String titleKey, boolean done) {

	static JobEnded of(Job job, boolean done) {
		return new JobEnded(job.id(), job.ownerId(), job.schoolId(), JobView.titleKey(job.kind()), done);
	}

}
