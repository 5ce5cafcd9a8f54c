package org.nuanyang.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;

/** Starts long work and lets its starter, and nobody else, watch it. */
@Service
@Transactional
public class JobService {

	private final JobQueue jobs;

	private final JobRunner runner;

	private final ApplicationEventPublisher events;

	JobService(JobQueue jobs, JobRunner runner, ApplicationEventPublisher events) {
		this.jobs = jobs;
		this.runner = runner;
		this.events = events;
	}

	/**
	 * Queues work for the handler of this kind. It runs once the caller's transaction has
	 * committed, with the actor's scope.
	 * @param schoolId the school it is for, where there is one
	 * @param payload what the handler needs, as JSON: references, never personal data
	 * @param total how many steps progress will count, 0 when not yet known
	 * @return the job, to be watched at {@code /jobs/{id}}
	 */
	public long start(Actor actor, @Nullable Long schoolId, String kind, String payload, int total) {
		return this.jobs.add(actor.userId(), schoolId, kind, payload, total);
	}

	@Transactional(readOnly = true)
	public JobView one(Actor actor, long id) {
		return this.jobs.find(id, actor.userId()).orElseThrow(() -> new NotFound("job " + id));
	}

	/** The same for its page: whoever has seen the end need not be told of it. */
	JobView look(Actor actor, long id) {
		var job = one(actor, id);
		if (!job.isOpen()) {
			this.events.publishEvent(new JobSeen(id, actor.userId()));
		}
		return job;
	}

	/**
	 * How the job of something that a school works on together ended, whoever started it;
	 * while it is open only the starter watches it.
	 */
	@Transactional(readOnly = true)
	public Optional<JobView> shared(Actor actor, long id) {
		return this.jobs.find(id, actor.userId(), actor.schoolId());
	}

	/** Whether it waits or runs; false also when it is not there any more. */
	@Transactional(readOnly = true)
	public boolean isOpen(long id) {
		return this.jobs.isOpen(id);
	}

	/**
	 * What is being done about something just now, for whoever may see that: one of these
	 * kinds, whose payload is a JSON object with the subject as “id”.
	 */
	@Transactional(readOnly = true)
	public Optional<JobView> open(Set<String> kinds, long subject) {
		return this.jobs.open(kinds, subject);
	}

	/** The actor's latest fifty, newest first. */
	@Transactional(readOnly = true)
	public List<JobView> latest(Actor actor) {
		return this.jobs.latest(actor.userId());
	}

	/**
	 * Runs what is due in the calling thread, until nothing is: for tests and the demo,
	 * which must not wait for a worker.
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void runDue() {
		boolean more = true;
		while (more) {
			more = this.runner.runNext();
		}
	}

}
