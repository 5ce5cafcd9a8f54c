package org.nuanyang.job;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Actor;

/** One attempt at a job, as its handler sees it. */
public final class JobRun {

	/** Progress is for people; more often than this they cannot see it. */
	private static final long BETWEEN_REPORTS = 300_000_000L;

	private final Job job;

	private final Actor actor;

	private final JobQueue jobs;

	private int total;

	private long lastReport = System.nanoTime() - BETWEEN_REPORTS;

	private @Nullable String resultPath;

	private @Nullable String resultKey;

	private Object[] resultArguments = {};

	JobRun(Job job, Actor actor, JobQueue jobs) {
		this.job = job;
		this.actor = actor;
		this.jobs = jobs;
		this.total = job.total();
	}

	public long id() {
		return this.job.id();
	}

	/** The person who started it, with the roles and schools of now. */
	public Actor actor() {
		return this.actor;
	}

	public Optional<Long> schoolId() {
		return Optional.ofNullable(this.job.schoolId());
	}

	public String payload() {
		return this.job.payload();
	}

	/** Corrects how much there is to do. */
	public void total(int total) {
		this.total = total;
	}

	/**
	 * Reports how much is done, visible at once although the work itself is not yet
	 * committed; cheap enough to call for every row.
	 */
	public void progress(int done) {
		if (done < this.total && System.nanoTime() - this.lastReport < BETWEEN_REPORTS) {
			return;
		}
		this.lastReport = System.nanoTime();
		this.jobs.progress(this.job, done, this.total);
	}

	/** Where the starter finds what came of it: a path of this application. */
	public void leadsTo(String path) {
		this.resultPath = path;
	}

	/** What came of it, in a word to its starter: a message key and its arguments. */
	public void tells(String key, Object... arguments) {
		this.resultKey = key;
		this.resultArguments = arguments.clone();
	}

	@Nullable String resultKey() {
		return this.resultKey;
	}

	Object[] resultArguments() {
		return this.resultArguments.clone();
	}

	@Nullable String resultPath() {
		return this.resultPath;
	}

}
