package org.nuanyang.job;

/**
 * Does one kind of job. It runs inside one transaction that also marks the job done, with
 * the starter's scope: all of it happens or none, and it may begin again from the start
 * after a crash. Whatever it does outside the database must bear being done twice.
 */
public interface JobHandler {

	/**
	 * What the job is, as “feature.work”; its title on the page is the message
	 * {@code <kind>.job}.
	 */
	String kind();

	/**
	 * Does the work. A {@code RuleViolation} is shown to the starter as the reason why
	 * nothing was done.
	 */
	void run(JobRun run);

}
