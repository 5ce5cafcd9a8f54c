package org.nuanyang.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.job.JobService;
import org.nuanyang.job.JobView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Workbook;

/**
 * Takes a table from upload to undo. Nothing is written to its subject until a person has
 * seen what would be, and then all of it or none.
 */
@Service
public class ImportService {

	private static final Duration PATIENCE = Duration.ofDays(14);

	private final ImportStore store;

	private final ImportRows rows;

	private final KnownHeadings headings;

	private final ImportCheck checks;

	private final ImportWriting writing;

	private final ImportUndo undoing;

	private final ObjectProvider<Importer<?>> importers;

	private final JobService jobs;

	private final Audit audit;

	private final Clock clock;

	ImportService(ImportStore store, ImportRows rows, KnownHeadings headings, ImportCheck checks, ImportWriting writing,
			ImportUndo undoing, ObjectProvider<Importer<?>> importers, JobService jobs, Audit audit, Clock clock) {
		this.store = store;
		this.rows = rows;
		this.headings = headings;
		this.checks = checks;
		this.writing = writing;
		this.undoing = undoing;
		this.importers = importers;
		this.jobs = jobs;
		this.audit = audit;
		this.clock = clock;
	}

	/** The imports that the actor may do. */
	List<Importer<?>> importers(Actor actor) {
		var found = new ArrayList<Importer<?>>();
		this.importers.orderedStream()
			.filter((importer) -> importer.roles().stream().anyMatch(actor::is))
			.filter((importer) -> !importer.ofSchool() || actor.schoolId() != null)
			.forEach(found::add);
		return found;
	}

	Importer<?> importer(Actor actor, String kind) {
		return importers(actor).stream()
			.filter((importer) -> importer.kind().equals(kind))
			.findFirst()
			.orElseThrow(() -> new NotFound("import of " + kind));
	}

	/** Reads a file and proposes what its columns mean; returns the import's id. */
	@Transactional
	public long upload(Actor actor, String kind, String fileName, byte[] content) {
		var importer = importer(actor, kind);
		var schoolId = (importer.ofSchool()) ? actor.schoolId() : null;
		var sheets = Sheets.read(Workbook.read(content), importer, this.headings.of(schoolId, kind));
		var upload = ImportStore.Upload.of(schoolId, kind, fileName, content);
		var id = this.store.add(actor, upload, sheets.outlines(), sheets.proposed());
		this.audit.record(actor, schoolId, "import.uploaded", "import", id,
				Map.of("kind", kind, "bytes", content.length, "sha256", upload.sha256()));
		return id;
	}

	/** Removes the files of all schools that nobody goes on with, written or not. */
	@Transactional
	public void forgetAbandoned() {
		for (var left : this.store.forget(this.clock.instant().minus(PATIENCE))) {
			this.audit.recordSystem(left.schoolId(), "import.forgotten", "import", left.id(), Map.of());
		}
	}

	@Transactional(readOnly = true)
	public Paged<ImportRun> history(Actor actor, int page, int size) {
		return this.store.history(actor, importers(actor).stream().map(Importer::kind).toList(), page, size);
	}

	/** The import, if it is the actor's to see. */
	@Transactional(readOnly = true)
	public ImportRun one(Actor actor, long id) {
		return this.store.find(id)
			.filter((run) -> importers(actor).stream().anyMatch((importer) -> importer.kind().equals(run.kind())))
			.filter((run) -> (run.schoolId() != null) ? run.schoolId().equals(actor.schoolId())
					: run.uploadedBy() == actor.userId())
			.orElseThrow(() -> new NotFound("import " + id));
	}

	private ImportRun one(Actor actor, long id, ImportStatus... allowed) {
		var run = one(actor, id);
		if (!List.of(allowed).contains(run.status())) {
			throw new RuleViolation("importing.status." + run.status() + ".closed");
		}
		return run;
	}

	/** An import that was written, whether or not it was taken back since. */
	@Transactional(readOnly = true)
	ImportRun done(Actor actor, long id) {
		return one(actor, id, ImportStatus.DONE, ImportStatus.UNDONE);
	}

	/** What the person needs to see to name the columns. */
	@Transactional(readOnly = true)
	ColumnsPage columns(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.CONFIRMED);
		return ColumnsPage.of(run, importer(actor, run.kind()), this.store.outline(id));
	}

	/** Takes another sheet of the same file. */
	@Transactional
	void takeSheet(Actor actor, long id, int sheet) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED);
		var sheets = new Sheets(this.store.outline(id), importer(actor, run.kind()));
		this.rows.purge(id);
		this.store.layOut(id, List.of(sheets.part(sheet)));
	}

	/** Takes the sheets and columns as the person named them and runs the check. */
	@Transactional
	ImportRun check(Actor actor, long id, Naming naming) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.CONFIRMED);
		requireNotRunning(run);
		var importer = importer(actor, run.kind());
		var sheets = new Sheets(this.store.outline(id), importer);
		this.store.layOut(id, naming.applied(run, importer, sheets));
		if (naming.remember()) {
			this.headings.remember(run, importer.fields(), naming.fields());
		}
		var named = this.store.one(id);
		var dryRun = this.checks.run(actor, importer, named);
		this.rows.replace(named, dryRun.reports());
		this.store.checked(id, dryRun.counts());
		this.audit.record(actor, run.schoolId(), "import.checked", "import", id, Map.of("ok", dryRun.counts().ok(),
				"confirm", dryRun.counts().confirm(), "error", dryRun.counts().error()));
		return this.store.one(id);
	}

	/**
	 * Checks with the columns as proposed: for callers that need no person to look at
	 * them.
	 */
	@Transactional
	public ImportRun check(Actor actor, long id) {
		return check(actor, id, Naming.asProposed(one(actor, id)));
	}

	private void requireNotRunning(ImportRun run) {
		if (isRunning(run)) {
			throw new RuleViolation("importing.status.CONFIRMED.closed");
		}
	}

	@Transactional(readOnly = true)
	boolean isRunning(ImportRun run) {
		return run.status() == ImportStatus.CONFIRMED && run.jobId() != null && this.jobs.isOpen(run.jobId());
	}

	/** The job that writes the import, as far as the actor may look at it. */
	@Transactional(readOnly = true)
	Optional<JobView> job(Actor actor, ImportRun run) {
		return (run.jobId() != null && run.status() == ImportStatus.CONFIRMED) ? this.jobs.shared(actor, run.jobId())
				: Optional.empty();
	}

	@Transactional(readOnly = true)
	Paged<RowReport> rows(Actor actor, long id, String bucket, @Nullable Plan plan, int page, int size) {
		return this.rows.in(one(actor, id).id(), bucket, plan, page, size);
	}

	/** How many rows of a bucket there are of each plan. */
	@Transactional(readOnly = true)
	Map<Plan, Integer> plans(Actor actor, long id, String bucket) {
		return this.rows.plans(one(actor, id).id(), bucket);
	}

	@Transactional(readOnly = true)
	Map<String, Integer> openDecisions(Actor actor, long id) {
		return this.rows.openDecisions(one(actor, id).id());
	}

	/** Accepts rows that ask for a decision; the record says who did. */
	@Transactional
	public void accept(Actor actor, long id, @Nullable List<Integer> numbers) {
		var run = one(actor, id, ImportStatus.CHECKED);
		var accepted = this.rows.accept(actor, id, numbers);
		recount(run);
		this.audit.record(actor, run.schoolId(), "import.rows-accepted", "import", id,
				Map.of("rows", accepted, "numbers", (numbers != null) ? numbers.toString() : "all"));
	}

	@Transactional
	void withdraw(Actor actor, long id, List<Integer> numbers) {
		var run = one(actor, id, ImportStatus.CHECKED);
		var withdrawn = this.rows.withdraw(id, numbers);
		recount(run);
		this.audit.record(actor, run.schoolId(), "import.acceptance-withdrawn", "import", id,
				Map.of("rows", withdrawn));
	}

	private void recount(ImportRun run) {
		this.store.count(run.id(), run.counts().with(this.rows.writable(run.id())));
	}

	/**
	 * The workbook with every finding written beside its cell. The reading is recorded.
	 */
	@Transactional
	byte[] annotated(Actor actor, long id, AnnotatedWorkbook.Words words) {
		var run = one(actor, id, ImportStatus.CHECKED);
		this.audit.record(actor, run.schoolId(), "import.annotated-downloaded", "import", id, Map.of());
		return AnnotatedWorkbook.write(Workbook.read(this.store.file(id)), run.parts(), this.rows.all(id), words);
	}

	/** Queues the writing; returns the job to watch. */
	@Transactional
	public long confirm(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.CHECKED);
		if (run.counts().toWrite() == 0) {
			throw new RuleViolation(run.counts().nothing());
		}
		if (!this.store.confirm(actor, id)) {
			throw new RuleViolation("importing.status.CONFIRMED.closed");
		}
		var job = this.jobs.start(actor, run.schoolId(), ImportJob.KIND, String.valueOf(id), run.counts().toWrite());
		this.store.attach(id, job);
		this.audit.record(actor, run.schoolId(), "import.confirmed", "import", id, run.summary());
		return job;
	}

	/** Writes what was confirmed, in the job's transaction. */
	@Transactional
	void write(Actor actor, long id, IntConsumer progress) {
		var run = this.store.one(id);
		if (run.status() != ImportStatus.CONFIRMED) {
			throw new RuleViolation("importing.status." + run.status() + ".closed");
		}
		this.writing.write(actor, importer(actor, run.kind()), run, progress);
		this.audit.record(actor, run.schoolId(), "import.done", "import", id, run.summary());
	}

	@Transactional
	public void cancel(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.CONFIRMED);
		requireNotRunning(run);
		this.rows.purge(id);
		this.store.cancel(id);
		this.audit.record(actor, run.schoolId(), "import.cancelled", "import", id, Map.of());
	}

	/** Why a done import cannot be taken back now; empty if it can. */
	@Transactional(readOnly = true)
	Optional<RuleViolation> obstacle(Actor actor, ImportRun run) {
		return (run.status() == ImportStatus.DONE) ? this.undoing.obstacle(importer(actor, run.kind()), run)
				: Optional.empty();
	}

	/** Takes a done import back, as long as nothing builds on it. */
	@Transactional
	public void undo(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.DONE);
		this.undoing.undo(actor, importer(actor, run.kind()), run);
		this.audit.record(actor, run.schoolId(), "import.undone", "import", id, run.summary());
	}

}
