package org.nuanyang.importing;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import org.nuanyang.kernel.Actor;
import org.nuanyang.workbook.Workbook;

/** Reads the rows of an import and compares them with what is there. */
@Component
class ImportCheck {

	private final ImportStore store;

	private final Clock clock;

	ImportCheck(ImportStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	<R> DryRun<R> run(Actor actor, Importer<R> importer, ImportRun run) {
		return DryRun.of(importer, context(actor, run), Workbook.read(this.store.file(run.id())), run.parts());
	}

	ImportContext context(Actor actor, ImportRun run) {
		return new ImportContext(actor, run.id(), run.schoolId(), LocalDate.now(this.clock), run.told());
	}

}
