package org.nuanyang.job;

/**
 * Somebody else works on the job by now: this attempt rolls back and says nothing more.
 */
class LeaseLost extends RuntimeException {

	LeaseLost(Job job) {
		super("job " + job.id() + " attempt " + job.attempt());
	}

}
