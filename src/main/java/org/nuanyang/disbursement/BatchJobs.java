package org.nuanyang.disbursement;

import java.util.Objects;
import java.util.UUID;

import org.nuanyang.job.JobHandler;
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
		return new BatchJob(BatchJob.PREPARE, json,
				(run, work) -> run.leadsTo("/batches/" + lists.getObject()
					.prepare(run.actor(), work.id(), Objects.requireNonNull(work.term()), work.payout(),
							UUID.fromString(Objects.requireNonNull(work.key())), run::progress)));
	}

	@Bean
	JobHandler renewJob(ObjectProvider<PaymentListService> lists, ObjectMapper json) {
		return new BatchJob(BatchJob.RENEW, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			lists.getObject().renew(run.actor(), work.id(), run::progress);
		});
	}

	@Bean
	JobHandler reissueJob(ObjectProvider<PaymentListService> lists, ObjectMapper json) {
		return new BatchJob(BatchJob.REISSUE, json,
				(run, work) -> run.leadsTo("/batches/" + lists.getObject()
					.reissue(run.actor(), work.id(), UUID.fromString(Objects.requireNonNull(work.key())),
							Yuan.of(Objects.requireNonNull(work.total())), work.payout(), run::progress)));
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
			files.getObject()
				.issue(run.actor(), work.id(), Objects.requireNonNull(work.format()),
						Yuan.of(Objects.requireNonNull(work.total())), run::progress);
		});
	}

	@Bean
	JobHandler returnJob(ObjectProvider<LongBatchService> longBatches, ObjectMapper json) {
		return new BatchJob(BatchJob.RETURN, json, (run, work) -> {
			run.leadsTo("/batches/" + work.id());
			longBatches.getObject()
				.takeUploaded(run.actor(), work.id(), Objects.requireNonNull(work.upload()), run::progress);
		});
	}

}
