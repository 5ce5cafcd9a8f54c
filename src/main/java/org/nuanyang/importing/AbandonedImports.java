package org.nuanyang.importing;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each hour for files that nobody goes on with, where jobs run. */
@Component
@ConditionalOnProperty(name = "nuanyang.jobs.enabled", matchIfMissing = true)
class AbandonedImports {

	private final ImportService imports;

	AbandonedImports(ImportService imports) {
		this.imports = imports;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.imports.forgetAbandoned();
	}

}
