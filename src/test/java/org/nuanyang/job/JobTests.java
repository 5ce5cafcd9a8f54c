package org.nuanyang.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Scope;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
@Import(JobTests.Handlers.class)
class JobTests {

	@Autowired
	JobService jobs;

	@Autowired
	JobQueue queue;

	@Autowired
	Pages pages;

	@Autowired
	JobRunner runner;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Audit audit;

	@Autowired
	Cast cast;

	@Autowired
	Handlers.Any handler;

	TestSchool school;

	@BeforeEach
	void freshSchool() {
		this.school = this.cast.school();
	}

	@Test
	void runsWithTheStartersScopeAndTellsWhereTheResultIs() {
		var seen = new ArrayList<Object>();
		var job = start((run) -> {
			seen.addAll(List.of(run.actor().userId(), Scope.current().write(), run.payload()));
			run.progress(3);
			run.leadsTo("/students");
		});
		assertThat(view(job).status()).isEqualTo(JobStatus.QUEUED);
		this.jobs.runDue();
		assertThat(seen).containsExactly(officer().userId(), Set.of(this.school.schoolId()), "{\"n\":1}");
		assertThat(view(job)).extracting(JobView::status, JobView::done, JobView::resultPath)
			.containsExactly(JobStatus.DONE, 3, "/students");
	}

	@Test
	void theBarEndsFullAndSaysWhatCameOfIt() {
		var job = start((run) -> {
			run.total(2);
			run.tells("disbursement.job.left-out", 2, 1);
			run.progress(2);
			assertThat(view(run.id())).extracting(JobView::done, JobView::total).containsExactly(2, 2);
		});
		this.jobs.runDue();
		assertThat(view(job)).extracting(JobView::done, JobView::total, JobView::resultArguments)
			.containsExactly(2, 2, List.of(new BigDecimal(2), BigDecimal.ONE));
		assertThat(this.pages.page(officer(), "/jobs/" + job).text()).contains("名单 2 人，另有 1 人没有列入");
	}

	@Test
	void progressIsSeenWhileTheWorkIsNotYetCommitted() {
		var during = new ArrayList<Integer>();
		start((run) -> {
			run.progress(3);
			during.add(this.jdbc.sql("select done from job where id = :id")
				.param("id", run.id())
				.query((row, i) -> row.getInt(1))
				.single());
		});
		this.jobs.runDue();
		assertThat(during).containsExactly(3);
	}

	@Test
	void aRefusalIsShownAndNothingStays() {
		var job = start((run) -> {
			write(run);
			throw new RuleViolation("calendar.year.missing", "2027");
		});
		this.jobs.runDue();
		assertThat(view(job)).extracting(JobView::status, JobView::failureKey, JobView::failureArguments)
			.containsExactly(JobStatus.FAILED, "calendar.year.missing", List.of("2027"));
		assertThat(written(job)).isZero();
	}

	@Test
	void aRefusalIsToldInWordsWithTheWayBack() {
		var hindered = new DefaultMessageSourceResolvable(new String[] { "disbursement.hindered.one" },
				new Object[] { "林例一", new DefaultMessageSourceResolvable("award.hindrance.ON_LEAVE") });
		var nested = start((run) -> {
			run.leadsTo("/batches/12");
			throw new RuleViolation("disbursement.refused.hindered", "B-1", 1, hindered);
		});
		this.jobs.runDue();
		var page = this.pages.page(officer(), "/jobs/" + nested);
		assertThat(page.text()).contains("1 人现在不能发放：林例一（", "休学").doesNotContain("codes [");
		assertThat(page.select("main a[href=/batches/12]").text()).isEqualTo("回到办理页面");
		var chosen = start((run) -> {
			throw new RuleViolation("disbursement.refused.nobody", 1200);
		});
		this.jobs.runDue();
		assertThat(this.pages.page(officer(), "/jobs/" + chosen).text()).contains("未列入的有 1,200 人");
	}

	@Test
	void whoLeftThePageIsToldOfTheEndAndWhoSawItIsNot() {
		var done = start((run) -> {
		});
		this.jobs.runDue();
		var failed = start((run) -> {
			throw new RuleViolation("calendar.year.missing", "2027");
		});
		this.jobs.runDue();
		assertThat(this.pages.page(officer(), "/messages").text()).contains("任务已完成：", "任务没有完成，请看原因：", "系统");
		assertThat(this.pages.page(this.school.principal(), "/messages").text()).doesNotContain("任务");
		this.pages.page(officer(), "/jobs/" + done);
		assertThat(this.pages.page(officer(), "/messages").text()).contains("任务没有完成").doesNotContain("任务已完成");
		this.pages.page(officer(), "/jobs/" + failed);
		assertThat(this.pages.page(officer(), "/messages").text()).contains("没有未读消息");
	}

	@Test
	void theUnforeseenGetsANumberAndNothingStays() {
		var job = start((run) -> {
			write(run);
			throw new IllegalStateException("boom");
		});
		this.jobs.runDue();
		assertThat(view(job)).extracting(JobView::failureKey, JobView::failureArguments)
			.containsExactly("job.failed.unexpected", List.of("E-" + job));
		assertThat(written(job)).isZero();
	}

	@Test
	void whatCrashedBeginsAgainFromTheStart() {
		var job = start(this::write);
		var dead = this.queue.claim().orElseThrow();
		assertThat(dead.id()).isEqualTo(job);
		this.jobs.runDue();
		assertThat(view(job).status()).as("the lease still holds").isEqualTo(JobStatus.RUNNING);
		letLeaseRunOut(job);
		this.jobs.runDue();
		assertThat(view(job).status()).isEqualTo(JobStatus.DONE);
		assertThat(written(job)).isOne();
	}

	@Test
	void aWorkerThatLostItsLeaseWritesNothing() {
		var job = start((run) -> {
			write(run);
			letLeaseRunOut(run.id());
			this.queue.claim().orElseThrow();
		});
		this.runner.runNext();
		assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
		assertThat(written(job)).isZero();
		letLeaseRunOut(job);
		this.handler.work = this::write;
		this.jobs.runDue();
		assertThat(written(job)).isOne();
	}

	@Test
	void threeCrashesAreEnough() {
		var job = start((run) -> {
		});
		for (int crash = 0; crash < Job.MAX_ATTEMPTS; crash++) {
			this.queue.claim().orElseThrow();
			letLeaseRunOut(job);
		}
		this.jobs.runDue();
		assertThat(view(job).failureKey()).isEqualTo("job.failed.attempts");
	}

	@Test
	void aPassingTroubleOfTheDatabaseIsTriedAgain() {
		var attempts = new ArrayList<Integer>();
		var job = start((run) -> {
			attempts.add(1);
			if (attempts.size() == 1) {
				throw new CannotAcquireLockException("busy");
			}
		});
		this.jobs.runDue();
		assertThat(view(job).status()).isEqualTo(JobStatus.QUEUED);
		letLeaseRunOut(job);
		this.jobs.runDue();
		assertThat(view(job).status()).isEqualTo(JobStatus.DONE);
	}

	@Test
	void onlyTheStarterSeesIt() {
		var job = start((run) -> {
		});
		this.jobs.runDue();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.jobs.one(this.school.principal(), job));
		assertThat(this.jobs.latest(this.school.principal())).isEmpty();
		assertThat(this.jobs.latest(officer())).extracting(JobView::id).containsExactly(job);
	}

	private long start(Consumer<JobRun> work) {
		this.handler.work = work;
		return this.jobs.start(officer(), this.school.schoolId(), this.handler.kind(), "{\"n\":1}", 3);
	}

	private void write(JobRun run) {
		this.audit.record(run.actor(), this.school.schoolId(), "job.tested", "job", run.id(), Map.of());
	}

	private long written(long job) {
		return Scope.of(this.school.schoolId())
			.call(() -> this.handler.inTransaction(() -> this.jdbc
				.sql("select count(*) from audit_entry where action = 'job.tested' and subject_id = :id")
				.param("id", job)
				.query((row, i) -> row.getLong(1))
				.single()));
	}

	private void letLeaseRunOut(long job) {
		this.handler.alone(() -> this.jdbc
			.sql("update job set held_until = now() - interval '1 second' where id = :id and held_until is not null")
			.param("id", job)
			.update());
	}

	private JobView view(long job) {
		return this.jobs.one(officer(), job);
	}

	private Actor officer() {
		return this.school.officer();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Handlers {

		@Bean
		Any anyJob(PlatformTransactionManager transactions) {
			return new Any(transactions);
		}

		static class Any implements JobHandler {

			private final TransactionTemplate joined;

			private final TransactionTemplate alone;

			volatile Consumer<JobRun> work = (run) -> {
			};

			Any(PlatformTransactionManager transactions) {
				this.joined = new TransactionTemplate(transactions);
				this.alone = new TransactionTemplate(transactions);
				this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			}

			<T> T inTransaction(Supplier<T> read) {
				return Objects.requireNonNull(this.joined.execute((transaction) -> read.get()));
			}

			void alone(Runnable write) {
				this.alone.executeWithoutResult((transaction) -> write.run());
			}

			@Override
			public String kind() {
				return "test.any";
			}

			@Override
			public void run(JobRun run) {
				this.work.accept(run);
			}

		}

	}

}
