package org.nuanyang.disbursement;

import java.util.Objects;
import java.util.UUID;

import org.nuanyang.job.JobHandler;
import org.nuanyang.job.JobRun;
import org.nuanyang.kernel.Yuan;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.ObjectMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of a batch as jobs. */
@Configuration(proxyBeanMethods = false)
class BatchJobs {

	@Bean
	JobHandler prepareJob(ObjectProvider<PaymentListService> lists, ObjectMapper json) {
		return new BatchJob(BatchJob.PREPARE, json, (run, work) -> {
			run.leadsTo("/batches/new");
			run.leadsTo("/batches/" + lists.getObject()
				.prepare(run.actor(), work.id(), Objects.requireNonNull(work.term()), work.payout(),
						UUID.fromString(Objects.requireNonNull(work.key())), new Watched(run)));
		});
	}

	@Bean
	JobHandler renewJob(ObjectProvider<PaymentListService> lists, ObjectMapper json) {
		return new BatchJob(BatchJob.RENEW, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			lists.getObject().renew(run.actor(), work.id(), new Watched(run));
		});
	}

	@Bean
	JobHandler reissueJob(ObjectProvider<PaymentListService> lists, ObjectMapper json) {
		return new BatchJob(BatchJob.REISSUE, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			run.leadsTo("/batches/" + lists.getObject()
				.reissue(run.actor(), work.id(), UUID.fromString(Objects.requireNonNull(work.key())),
						Yuan.of(Objects.requireNonNull(work.total())), work.payout(), new Watched(run)));
		});
	}

	@Bean
	JobHandler lockJob(ObjectProvider<BatchService> batches, ObjectMapper json) {
		return new BatchJob(BatchJob.LOCK, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			batches.getObject().lock(run.actor(), work.id(), run::progress);
		});
	}

	@Bean
	JobHandler issueJob(ObjectProvider<BankFileService> files, ObjectMapper json) {
		return new BatchJob(BatchJob.ISSUE, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			var issued = files.getObject()
				.issue(run.actor(), work.id(), Objects.requireNonNull(work.format()),
						Yuan.of(Objects.requireNonNull(work.total())), run::progress);
			run.tells(issued.key(), issued.arguments());
		});
	}

	@Bean
	JobHandler returnJob(ObjectProvider<LongBatchService> longBatches, ObjectMapper json) {
		return new BatchJob(BatchJob.RETURN, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			var told = longBatches.getObject()
				.takeUploaded(run.actor(), work.id(), Objects.requireNonNull(work.upload()), run::progress)
				.told();
			run.tells(told.key(), told.arguments());
		});
	}

	/**
	 * A job is started with everybody who may be on its list; its bar is as long as the
	 * list, and it says how many are not on it.
	 */
	private record Watched(JobRun run) implements ListProgress {

		@Override
		public void accept(int done) {
			this.run.progress(done);
		}

		@Override
		public void listed(int rows, int leftOut) {
			this.run.total(rows);
			this.run.tells((leftOut > 0) ? "disbursement.job.left-out" : "disbursement.job.listed", rows, leftOut);
		}

	}

}
