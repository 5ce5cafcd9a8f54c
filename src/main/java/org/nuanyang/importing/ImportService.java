package org.nuanyang.importing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;
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

	/** A file that nobody goes on with is not kept. */
	private static final Duration PATIENCE = Duration.ofDays(14);

	private final ImportStore store;

	private final ObjectProvider<Importer<?>> importers;

	private final ObjectProvider<DependsOn> dependants;

	private final JobService jobs;

	private final Audit audit;

	private final Clock clock;

	ImportService(ImportStore store, ObjectProvider<Importer<?>> importers, ObjectProvider<DependsOn> dependants,
			JobService jobs, Audit audit, Clock clock) {
		this.store = store;
		this.importers = importers;
		this.dependants = dependants;
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
		forgetAbandoned();
		var workbook = Workbook.read(content);
		var schoolId = (importer.ofSchool()) ? actor.schoolId() : null;
		var layout = best(importer, schoolId, workbook);
		var upload = new ImportStore.Upload(schoolId, kind, name(fileName), content, sha256(content));
		var id = this.store.add(actor, upload, layout, workbook.sheets().get(layout.sheet()).name());
		this.audit.record(actor, schoolId, "import.uploaded", "import", id,
				Map.of("kind", kind, "bytes", content.length, "sha256", upload.sha256()));
		return id;
	}

	private void forgetAbandoned() {
		this.store.abandoned(this.clock.instant().minus(PATIENCE)).forEach(this.store::cancel);
	}

	/**
	 * Visible sheets before hidden ones, then the one in which most is known, then the
	 * longest: an example beside the real table has the same columns.
	 */
	private Layout best(Importer<?> importer, @Nullable Long schoolId, Workbook workbook) {
		Layout best = null;
		for (var sheet : sheets(importer, schoolId, workbook)) {
			if (sheet.layout() != null && (best == null || isBetter(sheet, best, workbook))) {
				best = sheet.layout();
			}
		}
		if (best == null) {
			throw new RuleViolation("importing.header.missing");
		}
		return best;
	}

	private static boolean isBetter(SheetChoice sheet, Layout best, Workbook workbook) {
		var bestHidden = workbook.sheets().get(best.sheet()).hidden();
		if (sheet.hidden() != bestHidden) {
			return bestHidden;
		}
		return (sheet.known() != best.known()) ? sheet.known() > best.known()
				: sheet.rows() > workbook.sheets().get(best.sheet()).rows().size();
	}

	private List<SheetChoice> sheets(Importer<?> importer, @Nullable Long schoolId, Workbook workbook) {
		var finder = new HeaderFinder(importer.fields(), this.store.headings(schoolId, importer.kind()));
		var choices = new ArrayList<SheetChoice>();
		for (var index = 0; index < workbook.sheets().size(); index++) {
			var sheet = workbook.sheets().get(index);
			choices.add(new SheetChoice(index, sheet.name(), sheet.hidden(), sheet.rows().size(),
					finder.find(sheet, index).orElse(null)));
		}
		return choices;
	}

	/**
	 * A sheet of the file.
	 *
	 * @param layout null if it holds no table of this kind
	 */
	record SheetChoice(int index, String name, boolean hidden, int rows, @Nullable Layout layout) {

		long known() {
			return (this.layout != null) ? this.layout.known() : 0;
		}

	}

	private static String name(String fileName) {
		var plain = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
		return (plain.length() > 200) ? plain.substring(plain.length() - 200) : plain;
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
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
		var importer = importer(actor, run.kind());
		var workbook = Workbook.read(this.store.file(id));
		return ColumnsPage.of(run, importer, workbook, sheets(importer, run.schoolId(), workbook));
	}

	/** Takes another sheet of the same file. */
	@Transactional
	void takeSheet(Actor actor, long id, int sheet) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED);
		var workbook = Workbook.read(this.store.file(id));
		var choice = sheets(importer(actor, run.kind()), run.schoolId(), workbook).stream()
			.filter((candidate) -> candidate.index() == sheet)
			.findFirst()
			.orElseThrow(() -> new NotFound("sheet " + sheet));
		if (choice.layout() == null) {
			throw new RuleViolation("importing.sheet.without-header", choice.name());
		}
		this.store.layOut(id, choice.layout(), choice.name());
	}

	/**
	 * Takes the columns as the person named them and runs the check.
	 * @param fields field key by column, empty for a column not to be imported
	 */
	@Transactional
	public ImportRun check(Actor actor, long id, Map<Integer, String> fields, boolean remember) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.CONFIRMED);
		requireNotRunning(actor, run);
		var importer = importer(actor, run.kind());
		var layout = named(run.layout(), fields);
		requireComplete(importer, layout);
		this.store.layOut(id, layout, run.sheetName());
		if (remember) {
			remember(run, fields);
		}
		var dryRun = dryRun(actor, importer, this.store.one(id));
		this.store.checked(run, dryRun.reports(), dryRun.counts());
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
		var fields = new HashMap<Integer, String>();
		one(actor, id).layout()
			.columns()
			.forEach((column) -> fields.put(column.column(), Optional.ofNullable(column.field()).orElse("")));
		return check(actor, id, fields, false);
	}

	private void requireNotRunning(Actor actor, ImportRun run) {
		if (run.jobId() != null && job(actor, run).map(JobView::isOpen).orElse(true)) {
			throw new RuleViolation("importing.status.CONFIRMED.closed");
		}
	}

	/** The job that writes the import; only who confirmed it may look at it. */
	@Transactional(readOnly = true)
	Optional<JobView> job(Actor actor, ImportRun run) {
		return (run.jobId() != null && run.status() == ImportStatus.CONFIRMED)
				? this.jobs.latest(actor).stream().filter((job) -> job.id() == run.jobId()).findFirst()
				: Optional.empty();
	}

	private static Layout named(Layout layout, Map<Integer, String> fields) {
		return new Layout(layout.sheet(), layout.headerRow(), layout.columns().stream().map((column) -> {
			var chosen = fields.getOrDefault(column.column(), "");
			var field = (chosen.isEmpty()) ? null : chosen;
			return (Objects.equals(field, column.field())) ? column
					: new Layout.Column(column.column(), column.heading(), field, Layout.Source.CHOSEN);
		}).toList());
	}

	private static void requireComplete(Importer<?> importer, Layout layout) {
		var known = new HashSet<String>();
		for (var column : layout.columns()) {
			if (column.field() == null) {
				continue;
			}
			if (importer.fields().stream().noneMatch((field) -> field.key().equals(column.field()))) {
				throw new NotFound("field " + column.field());
			}
			if (!known.add(column.field())) {
				throw RuleViolation.on("c" + column.column(), "importing.columns.twice", column.heading());
			}
		}
		for (var field : importer.fields()) {
			if (field.required() && !known.contains(field.key())) {
				throw new RuleViolation("importing.columns.lacking", label(importer.kind() + ".field." + field.key()));
			}
		}
	}

	/** A message inside a message. */
	private static MessageSourceResolvable label(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments, key);
	}

	private void remember(ImportRun run, Map<Integer, String> fields) {
		for (var column : run.layout().columns()) {
			var heading = ImportField.plain(column.heading());
			if (!heading.isEmpty() && heading.length() <= 200) {
				this.store.remember(run.schoolId(), run.kind(), heading, fields.getOrDefault(column.column(), ""));
			}
		}
	}

	private <R> DryRun<R> dryRun(Actor actor, Importer<R> importer, ImportRun run) {
		var context = context(actor, run);
		return DryRun.of(importer, context, Workbook.read(this.store.file(run.id())), run.layout());
	}

	private ImportContext context(Actor actor, ImportRun run) {
		return new ImportContext(actor, run.schoolId(), LocalDate.now(this.clock),
				run.layout().columnOfField().keySet());
	}

	@Transactional(readOnly = true)
	Paged<RowReport> rows(Actor actor, long id, String bucket, int page, int size) {
		return this.store.rows(one(actor, id).id(), bucket, page, size);
	}

	@Transactional(readOnly = true)
	Map<String, Integer> openDecisions(Actor actor, long id) {
		return this.store.openDecisions(one(actor, id).id());
	}

	/** Accepts rows that ask for a decision; the record says who did. */
	@Transactional
	public void accept(Actor actor, long id, @Nullable List<Integer> numbers) {
		var run = one(actor, id, ImportStatus.CHECKED);
		var accepted = this.store.accept(actor, id, numbers);
		recount(run);
		this.audit.record(actor, run.schoolId(), "import.rows-accepted", "import", id,
				Map.of("rows", accepted, "numbers", (numbers != null) ? numbers.toString() : "all"));
	}

	@Transactional
	void withdraw(Actor actor, long id, List<Integer> numbers) {
		var run = one(actor, id, ImportStatus.CHECKED);
		var withdrawn = this.store.withdraw(id, numbers);
		recount(run);
		this.audit.record(actor, run.schoolId(), "import.acceptance-withdrawn", "import", id,
				Map.of("rows", withdrawn));
	}

	private void recount(ImportRun run) {
		var plans = this.store.writable(run.id());
		var before = run.counts();
		int writable = plans.values().stream().mapToInt(Integer::intValue).sum();
		this.store.count(run.id(),
				new ImportCounts(before.ok(), before.confirm(), before.error(), before.missing(), before.ignored(),
						before.hidden(), plans.getOrDefault(Plan.NEW, 0), plans.getOrDefault(Plan.CHANGED, 0),
						plans.getOrDefault(Plan.SAME, 0), writable - before.ok(), before.findings()));
	}

	/**
	 * The workbook with every finding written beside its cell. The reading is recorded.
	 */
	@Transactional
	byte[] annotated(Actor actor, long id, AnnotatedWorkbook.Words words) {
		var run = one(actor, id, ImportStatus.CHECKED);
		this.audit.record(actor, run.schoolId(), "import.annotated-downloaded", "import", id, Map.of());
		return AnnotatedWorkbook.write(Workbook.read(this.store.file(id)), run.layout(), this.store.rows(id), words);
	}

	/** Queues the writing; returns the job to watch. */
	@Transactional
	public long confirm(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.CHECKED);
		if (run.counts().toWrite() == 0) {
			throw new RuleViolation("importing.nothing");
		}
		if (!this.store.confirm(actor, id)) {
			throw new RuleViolation("importing.status.CONFIRMED.closed");
		}
		var job = this.jobs.start(actor, run.schoolId(), ImportJob.KIND, String.valueOf(id), run.counts().toWrite());
		this.store.attach(id, job);
		this.audit.record(actor, run.schoolId(), "import.confirmed", "import", id, summary(run));
		return job;
	}

	/** Writes what was confirmed, in the job's transaction. */
	@Transactional
	void write(Actor actor, long id, IntConsumer progress) {
		var run = this.store.one(id);
		if (run.status() != ImportStatus.CONFIRMED) {
			throw new RuleViolation("importing.status." + run.status() + ".closed");
		}
		write(actor, importer(actor, run.kind()), run, progress);
		this.audit.record(actor, run.schoolId(), "import.done", "import", id, summary(run));
	}

	private <R> void write(Actor actor, Importer<R> importer, ImportRun run, IntConsumer progress) {
		var shown = new HashMap<Integer, RowReport>();
		this.store.rows(run.id())
			.stream()
			.filter((report) -> report.plan() != Plan.MISSING)
			.forEach((report) -> shown.put(report.number(), report));
		var dryRun = dryRun(actor, importer, run);
		var wanted = new ArrayList<ImportRow<R>>();
		for (var row : dryRun.rows()) {
			var report = shown.remove(row.number());
			if (report == null || !isAsShown(row, report)) {
				throw new RuleViolation("importing.stale", String.valueOf(row.number()));
			}
			if ((row.severity() == Severity.OK || report.isAccepted()) && !row.isRejected()
					&& row.plan() != Plan.SAME) {
				wanted.add(row);
			}
		}
		if (!shown.isEmpty()) {
			throw new RuleViolation("importing.stale", String.valueOf(shown.keySet().iterator().next()));
		}
		var commit = new ImportCommit(progress);
		importer.commit(wanted, dryRun.context(), commit);
		this.store.done(run, commit.changes());
	}

	/** Something may have changed between the dry run and its confirmation. */
	private static boolean isAsShown(ImportRow<?> row, RowReport report) {
		return row.severity().name().equals(report.bucket()) && row.plan() == report.plan()
				&& row.changes().equals(report.changes()) && row.findings().equals(report.findings());
	}

	private static Map<String, Object> summary(ImportRun run) {
		return Map.of("kind", run.kind(), "sha256", run.sha256(), "new", run.counts().added(), "changed",
				run.counts().changed(), "accepted", run.counts().accepted(), "left", run.counts().left());
	}

	@Transactional
	public void cancel(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.UPLOADED, ImportStatus.CHECKED, ImportStatus.CONFIRMED);
		requireNotRunning(actor, run);
		this.store.cancel(id);
		this.audit.record(actor, run.schoolId(), "import.cancelled", "import", id, Map.of());
	}

	/** Takes a done import back, as long as nothing builds on it. */
	@Transactional
	public void undo(Actor actor, long id) {
		var run = one(actor, id, ImportStatus.DONE);
		if (this.store.isTouchedLater(run)) {
			throw new RuleViolation("importing.undo.later-import");
		}
		var importer = importer(actor, run.kind());
		var changes = this.store.changes(id);
		requireNothingBuiltOn(importer, changes);
		try {
			importer.undo(changes, context(actor, run), this.store::restored);
		}
		catch (DataIntegrityViolationException ex) {
			// Whatever no DependsOn told of, the foreign keys know.
			throw new RuleViolation("importing.undo.in-use");
		}
		this.store.undone(actor, id);
		this.audit.record(actor, run.schoolId(), "import.undone", "import", id, summary(run));
	}

	private void requireNothingBuiltOn(Importer<?> importer, List<ImportChange> changes) {
		var created = changes.stream()
			.filter((change) -> change.isNew() && change.type().equals(importer.subject()))
			.map(ImportChange::id)
			.toList();
		this.dependants.orderedStream()
			.filter((dependant) -> dependant.subject().equals(importer.subject()))
			.map((dependant) -> Map.entry(dependant.reasonKey(), dependant.count(created)))
			.filter((use) -> use.getValue() > 0)
			.map((use) -> label(use.getKey(), use.getValue()))
			.reduce((one, other) -> label("importing.undo.and", one, other))
			.ifPresent((reasons) -> {
				throw new RuleViolation("importing.undo.depends", reasons);
			});
	}

}
