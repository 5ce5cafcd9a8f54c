package org.nuanyang.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.vault.Vault;

/** Keeps imports: what names a person is sealed, and gone when the import is done. */
@Repository
class ImportStore {

	private static final String FILE = "import_file.content";

	private static final String ROW = "import_row.content";

	private static final String BEFORE = "import_change.before";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final ObjectMapper json;

	private final Vault vault;

	private final Clock clock;

	ImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
		this.vault = vault;
		this.clock = clock;
	}

	/** A file just uploaded. */
	record Upload(@Nullable Long schoolId, String kind, String fileName, byte[] content, String sha256) {

	}

	long add(Actor actor, Upload upload, Layout layout, String sheetName) {
		var id = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
		this.jdbc
			.sql("""
					insert into import_run (id, school_id, kind, status, file_name, file_size, file_sha256, sheet, sheet_name,
						header_row, columns, uploaded_by, uploaded_by_name, uploaded_at)
					values (?, ?, ?, 'UPLOADED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(id, upload.schoolId(), upload.kind(), upload.fileName(), upload.content().length,
					upload.sha256(), layout.sheet(), sheetName, layout.headerRow(),
					this.json.writeValueAsString(layout.columns()), actor.userId(), actor.name(), now()))
			.update();
		this.jdbc.sql("insert into import_file (import_id, school_id, content) values (?, ?, ?)")
			.params(Arrays.asList(id, upload.schoolId(), this.vault.sealBytes(FILE, upload.content())))
			.update();
		return id;
	}

	Optional<ImportRun> find(long id) {
		return this.jdbc.sql("select * from import_run where id = ?").param(id).query(this::run).optional();
	}

	/** Newest first; given up ones are left out. */
	Paged<ImportRun> history(Actor actor, List<String> kinds, int page, int size) {
		var where = """
				from import_run where kind = any (?) and status <> 'CANCELLED'
					and (school_id = ? or (school_id is null and uploaded_by = ?))""";
		var params = new Object[] { kinds.toArray(String[]::new), actor.schoolId(), actor.userId() };
		long total = this.jdbc.sql("select count(*) " + where)
			.params(params)
			.query((row, number) -> row.getLong(1))
			.single();
		var rows = this.jdbc
			.sql("select * " + where + " order by uploaded_at desc, id desc limit " + size + " offset "
					+ Paged.offset(page, size))
			.params(params)
			.query(this::run)
			.list();
		return new Paged<>(rows, page, size, total);
	}

	byte[] file(long id) {
		Optional<byte[]> sealed = this.jdbc.sql("select content from import_file where import_id = ?")
			.param(id)
			.query((row, number) -> row.getBytes(1))
			.optional();
		return this.vault.openBytes(FILE, sealed.orElseThrow(() -> new RuleViolation("importing.file.gone")));
	}

	void layOut(long id, Layout layout, String sheetName) {
		this.jdbc.sql("""
				update import_run set status = 'UPLOADED', sheet = ?, sheet_name = ?, header_row = ?, columns = ?,
					counts = '{}', confirmed_by = null, confirmed_by_name = null, confirmed_at = null, job_id = null
				where id = ? and status in ('UPLOADED', 'CHECKED', 'CONFIRMED')""")
			.params(layout.sheet(), sheetName, layout.headerRow(), this.json.writeValueAsString(layout.columns()), id)
			.update();
		this.jdbc.sql("delete from import_row where import_id = ?").param(id).update();
	}

	void checked(ImportRun run, List<RowReport> rows, ImportCounts counts) {
		this.jdbc.sql("delete from import_row where import_id = ?").param(run.id()).update();
		this.batches.batchUpdate("""
				insert into import_row (import_id, school_id, row_number, bucket, plan, finding_keys, content)
				values (?, ?, ?, ?, ?, ?, ?)""", rows, 500, (insert, row) -> {
			insert.setLong(1, run.id());
			insert.setObject(2, run.schoolId());
			insert.setInt(3, row.number());
			insert.setString(4, row.bucket());
			insert.setString(5, row.plan().name());
			insert.setArray(6, insert.getConnection().createArrayOf("varchar", keys(row)));
			insert.setBytes(7, this.vault.seal(ROW,
					this.json.writeValueAsString(new RowReport.Content(row.label(), row.findings(), row.changes()))));
		});
		this.jdbc.sql("update import_run set status = 'CHECKED', counts = ? where id = ?")
			.params(this.json.writeValueAsString(counts), run.id())
			.update();
	}

	private static String[] keys(RowReport row) {
		return row.findings()
			.stream()
			.filter((finding) -> finding.severity() != Severity.OK)
			.map(Finding::key)
			.distinct()
			.toArray(String[]::new);
	}

	void count(long id, ImportCounts counts) {
		this.jdbc.sql("update import_run set counts = ? where id = ?")
			.params(this.json.writeValueAsString(counts), id)
			.update();
	}

	Paged<RowReport> rows(long id, String bucket, int page, int size) {
		long total = this.jdbc.sql("select count(*) from import_row where import_id = ? and bucket = ?")
			.params(id, bucket)
			.query((row, number) -> row.getLong(1))
			.single();
		var rows = this.jdbc.sql("""
				select row_number, bucket, plan, content, accepted_by_name from import_row
				where import_id = ? and bucket = ? order by row_number limit ? offset ?""")
			.params(id, bucket, size, Paged.offset(page, size))
			.query(this::report)
			.list();
		return new Paged<>(rows, page, size, total);
	}

	List<RowReport> rows(long id) {
		return this.jdbc.sql("""
				select row_number, bucket, plan, content, accepted_by_name from import_row
				where import_id = ? order by bucket, row_number""").param(id).query(this::report).list();
	}

	/** How many rows still ask for each decision, by message key. */
	Map<String, Integer> openDecisions(long id) {
		var decisions = new HashMap<String, Integer>();
		this.jdbc.sql("""
				select key, count(*) from import_row, unnest(finding_keys) key
				where import_id = ? and bucket = 'CONFIRM' and accepted_by is null group by key""")
			.param(id)
			.query((row) -> {
				decisions.put(row.getString(1), row.getInt(2));
			});
		return decisions;
	}

	/** Accepts rows by number, or all; how many of them were still open. */
	int accept(Actor actor, long id, @Nullable List<Integer> numbers) {
		return this.jdbc.sql("""
				update import_row set accepted_by = ?, accepted_by_name = ?, accepted_at = ?
				where import_id = ? and bucket = 'CONFIRM' and accepted_by is null
					and (?::integer[] is null or row_number = any (?::integer[]))""")
			.params(Arrays.asList(actor.userId(), actor.name(), now(), id, array(numbers), array(numbers)))
			.update();
	}

	int withdraw(long id, List<Integer> numbers) {
		return this.jdbc.sql("""
				update import_row set accepted_by = null, accepted_by_name = null, accepted_at = null
				where import_id = ? and accepted_by is not null and row_number = any (?::integer[])""")
			.params(Arrays.asList(id, array(numbers)))
			.update();
	}

	private static Integer @Nullable [] array(@Nullable List<Integer> numbers) {
		return (numbers != null) ? numbers.toArray(Integer[]::new) : null;
	}

	/** Rows that may be written, by plan: in order or accepted. */
	Map<Plan, Integer> writable(long id) {
		var plans = new HashMap<Plan, Integer>();
		this.jdbc.sql("""
				select plan, count(*) from import_row
				where import_id = ? and (bucket = 'OK' or accepted_by is not null) group by plan""")
			.param(id)
			.query((row) -> {
				plans.put(Plan.valueOf(row.getString(1)), row.getInt(2));
			});
		return plans;
	}

	/** Marks the import as confirmed; false if it no longer waits for it. */
	boolean confirm(Actor actor, long id) {
		return this.jdbc.sql("""
				update import_run set status = 'CONFIRMED', confirmed_by = ?, confirmed_by_name = ?, confirmed_at = ?
				where id = ? and status = 'CHECKED'""").params(actor.userId(), actor.name(), now(), id).update() == 1;
	}

	void attach(long id, long jobId) {
		this.jdbc.sql("update import_run set job_id = ? where id = ?").params(jobId, id).update();
	}

	void done(ImportRun run, List<ImportChange> changes) {
		this.batches.batchUpdate("""
				insert into import_change (id, import_id, school_id, subject_type, subject_id, before, version)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?)""", changes, 500, (insert, change) -> {
			insert.setLong(1, run.id());
			insert.setObject(2, run.schoolId());
			insert.setString(3, change.type());
			insert.setLong(4, change.id());
			insert.setBytes(5, (change.before() != null) ? this.vault.seal(BEFORE, change.before()) : null);
			insert.setInt(6, change.version());
		});
		this.jdbc.sql("update import_run set status = 'DONE', done_at = ? where id = ?")
			.params(now(), run.id())
			.update();
		purge(run.id());
	}

	List<ImportChange> changes(long id) {
		return this.jdbc.sql("select * from import_change where import_id = ? order by id")
			.param(id)
			.query((row, number) -> {
				var before = row.getBytes("before");
				return new ImportChange(row.getString("subject_type"), row.getLong("subject_id"),
						(before != null) ? this.vault.open(BEFORE, before) : null, row.getInt("version"));
			})
			.list();
	}

	/** Later imports that touched the same things. */
	boolean isTouchedLater(ImportRun run) {
		return this.jdbc
			.sql("""
					select count(*) from import_change mine join import_change later on later.subject_type = mine.subject_type
						and later.subject_id = mine.subject_id join import_run r on r.id = later.import_id
					where mine.import_id = ? and later.id > mine.id and later.import_id <> mine.import_id
						and r.status = 'DONE'""")
			.param(run.id())
			.query((row, number) -> row.getLong(1) > 0)
			.single();
	}

	/**
	 * A thing is again as the import before left it, if nobody changed it between the
	 * two; only its version went on.
	 */
	void restored(ImportChange change, int former, int version) {
		this.jdbc.sql("""
				update import_change set version = ? where subject_type = ? and subject_id = ? and version = ?""")
			.params(version, change.type(), change.id(), former)
			.update();
	}

	boolean undone(Actor actor, long id) {
		var updated = this.jdbc.sql("""
				update import_run set status = 'UNDONE', undone_by = ?, undone_by_name = ?, undone_at = ?
				where id = ? and status = 'DONE'""").params(actor.userId(), actor.name(), now(), id).update();
		this.jdbc.sql("delete from import_change where import_id = ?").param(id).update();
		return updated == 1;
	}

	boolean cancel(long id) {
		var updated = this.jdbc.sql("""
				update import_run set status = 'CANCELLED', confirmed_by = null, confirmed_by_name = null,
					confirmed_at = null, job_id = null
				where id = ? and status in ('UPLOADED', 'CHECKED', 'CONFIRMED')""").param(id).update();
		purge(id);
		return updated == 1;
	}

	private void purge(long id) {
		this.jdbc.sql("delete from import_row where import_id = ?").param(id).update();
		this.jdbc.sql("delete from import_file where import_id = ?").param(id).update();
	}

	/** Those nobody went on with. */
	List<Long> abandoned(Instant before) {
		return this.jdbc.sql("select id from import_run where status in ('UPLOADED', 'CHECKED') and uploaded_at < ?")
			.param(Timestamp.from(before))
			.query((row, number) -> row.getLong(1))
			.list();
	}

	Map<String, String> headings(@Nullable Long schoolId, String kind) {
		var headings = new HashMap<String, String>();
		this.jdbc.sql("select heading, field from import_heading where school_id is not distinct from ? and kind = ?")
			.params(Arrays.asList(schoolId, kind))
			.query((row) -> {
				headings.put(row.getString(1), row.getString(2));
			});
		return headings;
	}

	void remember(@Nullable Long schoolId, String kind, String heading, String field) {
		this.jdbc
			.sql("""
					insert into import_heading (id, school_id, kind, heading, field, chosen_at)
					values (nextval('id_seq'), ?, ?, ?, ?, ?)
					on conflict (school_id, kind, heading) do update set field = excluded.field, chosen_at = excluded.chosen_at""")
			.params(Arrays.asList(schoolId, kind, heading, field, now()))
			.update();
	}

	private RowReport report(ResultSet row, int number) throws SQLException {
		var content = this.json.readValue(this.vault.open(ROW, row.getBytes("content")), RowReport.Content.class);
		return new RowReport(row.getInt("row_number"), row.getString("bucket"), Plan.valueOf(row.getString("plan")),
				content.label(), content.findings(), content.changes(), row.getString("accepted_by_name"));
	}

	private ImportRun run(ResultSet row, int number) throws SQLException {
		var columns = this.json.readValue(row.getString("columns"), Layout.Column[].class);
		var counts = row.getString("counts");
		return new ImportRun(row.getLong("id"), row.getObject("school_id", Long.class), row.getString("kind"),
				ImportStatus.valueOf(row.getString("status")), row.getString("file_name"), row.getInt("file_size"),
				row.getString("file_sha256"),
				new Layout(row.getInt("sheet"), row.getInt("header_row"), List.of(columns)),
				row.getString("sheet_name"),
				("{}".equals(counts)) ? ImportCounts.NONE : this.json.readValue(counts, ImportCounts.class),
				row.getLong("uploaded_by"), row.getString("uploaded_by_name"), instant(row, "uploaded_at"),
				row.getString("confirmed_by_name"), instantOrNull(row, "confirmed_at"),
				row.getObject("job_id", Long.class), instantOrNull(row, "done_at"), row.getString("undone_by_name"),
				instantOrNull(row, "undone_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
		var timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	ImportRun one(long id) {
		return find(id).orElseThrow(() -> new NotFound("import " + id));
	}

}
