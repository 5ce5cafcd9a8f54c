package org.nuanyang.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Threads that look for jobs each second. When the app stops they finish what they hold
 * within a grace period; what takes longer is rolled back and begun again by the next
 * start. Switched off in tests, which run due jobs themselves.
 */
@Component
@ConditionalOnProperty(name = "nuanyang.jobs.enabled", matchIfMissing = true)
class JobWorkers implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);

	private static final Duration GRACE = Duration.ofSeconds(20);

	private final JobRunner runner;

	private final int count;

	private final List<Thread> threads = new ArrayList<>();

	private volatile CountDownLatch stopping = new CountDownLatch(0);

	JobWorkers(JobRunner runner, @Value("${nuanyang.jobs.workers:2}") int count) {
		this.runner = runner;
		this.count = count;
	}

	@Override
	public void start() {
		this.stopping = new CountDownLatch(1);
		for (int i = 1; i <= this.count; i++) {
			this.threads.add(Thread.ofPlatform().daemon().name("job-worker-" + i).start(this::lookForJobs));
		}
	}

	private void lookForJobs() {
		try {
			boolean stop = false;
			while (!stop) {
				stop = this.stopping.await(runOne() ? 0 : 1000, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	/** A worker outlives whatever a job or the database does to it. */
	private boolean runOne() {
		try {
			return this.runner.runNext();
		}
		catch (RuntimeException | Error trouble) {
			log.error("A job worker stumbled and goes on", trouble);
			return false;
		}
	}

	@Override
	public void stop() {
		this.stopping.countDown();
		long end = System.nanoTime() + GRACE.toNanos();
		for (var thread : this.threads) {
			join(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
		}
		this.threads.clear();
	}

	private static void join(Thread thread, Duration patience) {
		try {
			if (!thread.join(patience)) {
				log.warn("{} is still busy; its job will begin again at the next start", thread.getName());
			}
		}
		catch (InterruptedException hurry) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return !this.threads.isEmpty();
	}

}
