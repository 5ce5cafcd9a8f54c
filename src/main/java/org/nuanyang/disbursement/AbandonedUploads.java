package org.nuanyang.disbursement;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each hour for bank returns that no job took up, where jobs run. */
@Component
@ConditionalOnProperty(name = "nuanyang.jobs.enabled", matchIfMissing = true)
class AbandonedUploads {

	private final LongBatchService batches;

	AbandonedUploads(LongBatchService batches) {
		this.batches = batches;
	}

	@Scheduled(initialDelay = 6, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.batches.forgetUploads();
	}

}
