package org.nuanyang.importing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.nuanyang.job.JobHandler;
import org.nuanyang.job.JobRun;

/**
 * Writes a confirmed import: all rows or none, and from the start again after a crash.
 */
@Component
class ImportJob implements JobHandler {

	static final String KIND = "importing.commit";

	private final ObjectProvider<ImportService> imports;

	ImportJob(ObjectProvider<ImportService> imports) {
		this.imports = imports;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public void run(JobRun run) {
		var id = Long.parseLong(run.payload());
		run.leadsTo("/imports/" + id);
		this.imports.getObject().write(run.actor(), id, run::progress);
	}

}
