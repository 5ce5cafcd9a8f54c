package org.nuanyang.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue in the database. What must be seen, or must stay, whatever becomes of the
 * work runs in its own transaction; only {@link #finish} joins that of the work.
 */
@Service
class JobQueue {

	/** How long a dead worker's job waits for the next one; beaten three times in it. */
	static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);

	private static final String CURRENT = " where id = :id and attempt = :attempt and status = 'RUNNING'";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final KeptWords words;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JobQueue(JdbcClient jdbc, Audit audit, KeptWords words, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.words = words;
		this.events = events;
		this.clock = clock;
	}

	public long add(long ownerId, @Nullable Long schoolId, String kind, String payload, int total) {
		return this.jdbc.sql("""
				insert into job (kind, owner_id, school_id, payload, total, created_at)
				values (:kind, :owner, :school, :payload, :total, :now) returning id""")
			.param("kind", kind)
			.param("owner", ownerId)
			.param("school", schoolId)
			.param("payload", payload)
			.param("total", total)
			.param("now", now())
			.query((row, i) -> row.getLong("id"))
			.single();
	}

	/**
	 * Takes the oldest job that waits, or whose worker fell silent, if no other worker is
	 * just taking it.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Optional<Job> claim() {
		return this.jdbc.sql("""
				update job set status = 'RUNNING', attempt = attempt + 1, done = 0, started_at = :now,
					held_until = now() + make_interval(secs => :lease)
				where id = (select id from job where status in ('QUEUED', 'RUNNING')
						and (held_until is null or held_until < now())
					order by id limit 1 for update skip locked)
				returning id, kind, owner_id, school_id, payload, total, attempt""")
			.param("now", now())
			.param("lease", LEASE.toSeconds())
			.query((row, i) -> new Job(row.getLong("id"), row.getString("kind"), row.getLong("owner_id"),
					row.getObject("school_id", Long.class), row.getString("payload"), row.getInt("total"),
					row.getInt("attempt")))
			.optional();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean beat(Job job) {
		return current("update job set held_until = now() + make_interval(secs => :lease)", job)
			.param("lease", LEASE.toSeconds())
			.update() == 1;
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void progress(Job job, int done, int total) {
		hold(job,
				current("update job set done = :done, total = :total", job).param("done", done)
					.param("total", total)
					.update());
	}

	/** In the transaction of the work: both are kept or neither. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void finish(Job job, JobRun run) {
		hold(job,
				current("update job set status = 'DONE', done = total, finished_at = :now, result_path = :path,"
						+ " result_key = :key, result_arguments = :arguments::jsonb", job)
					.param("now", now())
					.param("path", run.resultPath())
					.param("key", run.resultKey())
					.param("arguments", this.words.write(run.resultArguments()))
					.update());
		this.events.publishEvent(JobEnded.of(job, true));
	}

	/**
	 * Nothing was done.
	 * @param path where the starter goes on from, or null
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void fail(Job job, @Nullable String path, String key, Object... arguments) {
		hold(job,
				current("update job set status = 'FAILED', finished_at = :now, result_path = :path, failure_key = :key,"
						+ " failure_arguments = :arguments::jsonb", job)
					.param("now", now())
					.param("path", path)
					.param("key", key)
					.param("arguments", this.words.write(arguments))
					.update());
		this.audit.recordSystem(job.schoolId(), "job.failed", "job", job.id(),
				Map.of("kind", job.kind(), "reason", key, "attempt", job.attempt()));
		this.events.publishEvent(JobEnded.of(job, false));
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void putBack(Job job) {
		hold(job,
				current("update job set status = 'QUEUED', held_until = now() + make_interval(secs => :pause)", job)
					.param("pause", BEFORE_RETRY.toSeconds())
					.update());
	}

	public Optional<JobView> find(long id, long ownerId) {
		return this.jdbc.sql("select * from job where id = :id and owner_id = :owner")
			.param("id", id)
			.param("owner", ownerId)
			.query((row, i) -> view(row))
			.optional();
	}

	/** Also what somebody else of the school started, once it has ended. */
	public Optional<JobView> find(long id, long ownerId, @Nullable Long schoolId) {
		return this.jdbc.sql("""
				select * from job where id = :id
				and (owner_id = :owner or (school_id = :school and status in ('DONE', 'FAILED')))""")
			.param("id", id)
			.param("owner", ownerId)
			.param("school", schoolId, Types.BIGINT)
			.query((row, i) -> view(row))
			.optional();
	}

	/** The oldest open one of these kinds whose payload names the subject as “id”. */
	public Optional<JobView> open(Set<String> kinds, long subject) {
		return this.jdbc.sql("""
				select * from job where status in ('QUEUED', 'RUNNING') and kind in (:kinds)
				and (payload::jsonb ->> 'id')::bigint = :subject order by id limit 1""")
			.param("kinds", kinds)
			.param("subject", subject)
			.query((row, i) -> view(row))
			.optional();
	}

	public boolean isOpen(long id) {
		return this.jdbc.sql("select exists (select from job where id = :id and status in ('QUEUED', 'RUNNING'))")
			.param("id", id)
			.query((row, i) -> row.getBoolean(1))
			.single();
	}

	public List<JobView> latest(long ownerId) {
		return this.jdbc.sql("select * from job where owner_id = :owner order by id desc limit 50")
			.param("owner", ownerId)
			.query((row, i) -> view(row))
			.list();
	}

	private JdbcClient.StatementSpec current(String update, Job job) {
		return this.jdbc.sql(update + CURRENT).param("id", job.id()).param("attempt", job.attempt());
	}

	private static void hold(Job job, int updated) {
		if (updated != 1) {
			throw new LeaseLost(job);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private JobView view(ResultSet row) throws SQLException {
		return new JobView(row.getLong("id"), row.getString("kind"), JobStatus.valueOf(row.getString("status")),
				row.getInt("done"), row.getInt("total"), row.getTimestamp("created_at").toInstant(),
				instant(row.getTimestamp("started_at")), instant(row.getTimestamp("finished_at")),
				row.getString("result_path"), row.getString("result_key"),
				this.words.read(row.getString("result_arguments")), row.getString("failure_key"),
				this.words.read(row.getString("failure_arguments")));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
