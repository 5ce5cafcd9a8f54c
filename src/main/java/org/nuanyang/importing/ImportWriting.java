package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.springframework.stereotype.Component;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

/** Writes an import as it was shown, or not at all. */
@Component
class ImportWriting {

	private final ImportStore store;

	private final ImportRows rows;

	private final ImportChanges changes;

	private final ImportCheck checks;

	ImportWriting(ImportStore store, ImportRows rows, ImportChanges changes, ImportCheck checks) {
		this.store = store;
		this.rows = rows;
		this.changes = changes;
		this.checks = checks;
	}

	<R> void write(Actor actor, Importer<R> importer, ImportRun run, IntConsumer progress) {
		var dryRun = this.checks.run(actor, importer, run);
		var commit = new ImportCommit(progress);
		importer.commit(wanted(dryRun, shown(run)), dryRun.context(), commit);
		this.changes.add(run, commit.changes());
		this.rows.purge(run.id());
		this.store.done(run.id());
	}

	private Map<Integer, RowReport> shown(ImportRun run) {
		var shown = new HashMap<Integer, RowReport>();
		this.rows.all(run.id())
			.stream()
			.filter((report) -> report.plan() != Plan.MISSING)
			.forEach((report) -> shown.put(report.number(), report));
		return shown;
	}

	private static <R> List<ImportRow<R>> wanted(DryRun<R> dryRun, Map<Integer, RowReport> shown) {
		var wanted = new ArrayList<ImportRow<R>>();
		for (var row : dryRun.rows()) {
			var report = shown.remove(row.number());
			if (report == null || !isAsShown(row, report)) {
				throw new RuleViolation("importing.stale", row.place());
			}
			if ((row.severity() == Severity.OK || report.isAccepted()) && !row.isRejected()
					&& row.plan() != Plan.SAME) {
				wanted.add(row);
			}
		}
		if (!shown.isEmpty()) {
			throw new RuleViolation("importing.stale", String.valueOf(shown.values().iterator().next().line()));
		}
		return wanted;
	}

	/** Something may have changed between the dry run and its confirmation. */
	private static boolean isAsShown(ImportRow<?> row, RowReport report) {
		return row.severity().name().equals(report.bucket()) && row.plan() == report.plan()
				&& row.changes().equals(report.changes()) && row.findings().equals(report.findings());
	}

}
