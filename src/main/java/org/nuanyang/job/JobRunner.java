package org.nuanyang.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import org.nuanyang.kernel.RuleViolation;

/** Takes one job and carries it to an end: done, failed with a reason, or put back. */
@Component
class JobRunner implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

	private final JobQueue jobs;

	private final TransactionOperations transactions;

	/** Asked late: handlers and accounts may themselves start jobs. */
	private final ObjectProvider<JobHandler> handlers;

	private final ObjectProvider<JobActors> actors;

	private final ScheduledExecutorService heart = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("job-heart").factory());

	JobRunner(JobQueue jobs, PlatformTransactionManager transactions, ObjectProvider<JobHandler> handlers,
			ObjectProvider<JobActors> actors) {
		this.jobs = jobs;
		this.transactions = new TransactionTemplate(transactions);
		this.handlers = handlers;
		this.actors = actors;
	}

	/** Runs the next job; false when none was due. */
	boolean runNext() {
		var next = this.jobs.claim();
		next.ifPresent(this::run);
		return next.isPresent();
	}

	private void run(Job job) {
		long third = JobQueue.LEASE.toMillis() / 3;
		var beat = this.heart.scheduleWithFixedDelay(() -> beat(job), third, third, TimeUnit.MILLISECONDS);
		try {
			this.actors.getObject()
				.actor(job.ownerId())
				.ifPresentOrElse((actor) -> actor.scope().run(() -> attempt(job, new JobRun(job, actor, this.jobs))),
						() -> this.jobs.fail(job, null, "job.failed.account"));
		}
		catch (LeaseLost lost) {
			log.warn("Lost the lease of {}; another worker has it", lost.getMessage());
		}
		finally {
			beat.cancel(false);
		}
	}

	private void attempt(Job job, JobRun run) {
		if (job.attempt() > Job.MAX_ATTEMPTS) {
			this.jobs.fail(job, null, "job.failed.attempts", job.errorNumber());
			return;
		}
		try {
			work(job, run);
		}
		catch (LeaseLost lost) {
			throw lost;
		}
		catch (RuleViolation refused) {
			this.jobs.fail(job, run.resultPath(), refused.key(), refused.arguments());
		}
		catch (TransientDataAccessException passing) {
			retryOrFail(job, run, passing);
		}
		catch (RuntimeException unexpected) {
			fail(job, run, unexpected);
		}
	}

	private void work(Job job, JobRun run) {
		var handler = this.handlers.stream()
			.filter((candidate) -> candidate.kind().equals(job.kind()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no handler for jobs of kind " + job.kind()));
		this.transactions.executeWithoutResult((transaction) -> {
			handler.run(run);
			this.jobs.finish(job, run);
		});
	}

	private void beat(Job job) {
		try {
			this.jobs.beat(job);
		}
		catch (RuntimeException missed) {
			log.warn("Missed a beat of job {}", job.id(), missed);
		}
	}

	private void retryOrFail(Job job, JobRun run, TransientDataAccessException passing) {
		if (job.isLastAttempt()) {
			fail(job, run, passing);
			return;
		}
		log.warn("Job {} ({}) will be tried again", job.id(), job.kind(), passing);
		this.jobs.putBack(job);
	}

	private void fail(Job job, JobRun run, RuntimeException cause) {
		log.error("Job {} ({}) failed, error number {}", job.id(), job.kind(), job.errorNumber(), cause);
		this.jobs.fail(job, run.resultPath(), "job.failed.unexpected", job.errorNumber());
	}

	@Override
	public void destroy() {
		this.heart.shutdownNow();
	}

}
