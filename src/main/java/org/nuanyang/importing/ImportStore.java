package org.nuanyang.importing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.vault.Vault;

/**
 * Keeps imports and their files: the file is sealed, and gone when the import is done.
 */
@Repository
class ImportStore {

	private static final String FILE = "import_file.content";

	private static final String OUTLINE = "import_file.outline";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Vault vault;

	private final Clock clock;

	ImportStore(JdbcClient jdbc, ObjectMapper json, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.vault = vault;
		this.clock = clock;
	}

	/** A file just uploaded. */
	record Upload(@Nullable Long schoolId, String kind, String fileName, byte[] content, String sha256) {

		static Upload of(@Nullable Long schoolId, String kind, String fileName, byte[] content) {
			var plain = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
			var name = (plain.length() > 200) ? plain.substring(plain.length() - 200) : plain;
			return new Upload(schoolId, kind, name, content, sha256(content));
		}

		private static String sha256(byte[] content) {
			try {
				return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	long add(Actor actor, Upload upload, List<SheetOutline> sheets, List<SheetPart> parts) {
		var id = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
		var first = parts.getFirst();
		this.jdbc
			.sql("""
					insert into import_run (id, school_id, kind, status, file_name, file_size, file_sha256, sheet, sheet_name,
						header_row, columns, said, further, uploaded_by, uploaded_by_name, uploaded_at)
					values (?, ?, ?, 'UPLOADED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(id, upload.schoolId(), upload.kind(), upload.fileName(), upload.content().length,
					upload.sha256(), first.layout().sheet(), first.name(), first.layout().headerRow(),
					this.json.writeValueAsString(first.layout().columns()), said(first), further(parts), actor.userId(),
					actor.name(), now()))
			.update();
		this.jdbc.sql("insert into import_file (import_id, school_id, content, outline) values (?, ?, ?, ?)")
			.params(Arrays.asList(id, upload.schoolId(), this.vault.sealBytes(FILE, upload.content()),
					this.vault.seal(OUTLINE, this.json.writeValueAsString(sheets))))
			.update();
		return id;
	}

	/** What is said of the whole first sheet, and what it means. */
	private record Said(String text, Map<String, String> given) {

	}

	private String said(SheetPart first) {
		return this.json.writeValueAsString(new Said(first.said(), first.given()));
	}

	private String further(List<SheetPart> parts) {
		return this.json.writeValueAsString(parts.subList(1, parts.size()));
	}

	Optional<ImportRun> find(long id) {
		return this.jdbc.sql("select * from import_run where id = ?").param(id).query(this::run).optional();
	}

	ImportRun one(long id) {
		return find(id).orElseThrow(() -> new NotFound("import " + id));
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
		return this.vault.openBytes(FILE, sealed("content", id));
	}

	/** The sheets of the file as they were read when it came. */
	List<SheetOutline> outline(long id) {
		return List.of(this.json.readValue(this.vault.open(OUTLINE, sealed("outline", id)), SheetOutline[].class));
	}

	private byte[] sealed(String column, long id) {
		Optional<byte[]> sealed = this.jdbc.sql("select " + column + " from import_file where import_id = ?")
			.param(id)
			.query((row, number) -> row.getBytes(1))
			.optional();
		return sealed.orElseThrow(() -> new RuleViolation("importing.file.gone"));
	}

	void layOut(long id, List<SheetPart> parts) {
		var first = parts.getFirst();
		this.jdbc
			.sql("""
					update import_run set status = 'UPLOADED', sheet = ?, sheet_name = ?, header_row = ?, columns = ?, said = ?,
						further = ?, counts = '{}', confirmed_by = null, confirmed_by_name = null, confirmed_at = null,
						job_id = null
					where id = ? and status in ('UPLOADED', 'CHECKED', 'CONFIRMED')""")
			.params(first.layout().sheet(), first.name(), first.layout().headerRow(),
					this.json.writeValueAsString(first.layout().columns()), said(first), further(parts), id)
			.update();
	}

	void checked(long id, ImportCounts counts) {
		this.jdbc.sql("update import_run set status = 'CHECKED', counts = ? where id = ?")
			.params(this.json.writeValueAsString(counts), id)
			.update();
	}

	void count(long id, ImportCounts counts) {
		this.jdbc.sql("update import_run set counts = ? where id = ?")
			.params(this.json.writeValueAsString(counts), id)
			.update();
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

	void done(long id) {
		this.jdbc.sql("update import_run set status = 'DONE', done_at = ? where id = ?").params(now(), id).update();
		purgeFile(id);
	}

	void undone(Actor actor, long id) {
		this.jdbc.sql("""
				update import_run set status = 'UNDONE', undone_by = ?, undone_by_name = ?, undone_at = ?
				where id = ? and status = 'DONE'""").params(actor.userId(), actor.name(), now(), id).update();
	}

	void cancel(long id) {
		this.jdbc.sql("""
				update import_run set status = 'CANCELLED', confirmed_by = null, confirmed_by_name = null,
					confirmed_at = null, job_id = null
				where id = ? and status in ('UPLOADED', 'CHECKED', 'CONFIRMED')""").param(id).update();
		purgeFile(id);
	}

	private void purgeFile(long id) {
		this.jdbc.sql("delete from import_file where import_id = ?").param(id).update();
	}

	/** Cancels those of all schools that nobody went on with; their files are gone. */
	List<Forgotten> forget(Instant before) {
		return this.jdbc.sql("select id, school from forget_imports(?)")
			.param(Timestamp.from(before))
			.query((row, number) -> new Forgotten(row.getLong(1), row.getObject(2, Long.class)))
			.list();
	}

	record Forgotten(long id, @Nullable Long schoolId) {

	}

	private ImportRun run(ResultSet row, int number) throws SQLException {
		var counts = row.getString("counts");
		return new ImportRun(row.getLong("id"), row.getObject("school_id", Long.class), row.getString("kind"),
				ImportStatus.valueOf(row.getString("status")), row.getString("file_name"), row.getInt("file_size"),
				row.getString("file_sha256"), parts(row),
				("{}".equals(counts)) ? ImportCounts.NONE : this.json.readValue(counts, ImportCounts.class),
				row.getLong("uploaded_by"), row.getString("uploaded_by_name"), instant(row, "uploaded_at"),
				row.getString("confirmed_by_name"), instantOrNull(row, "confirmed_at"),
				row.getObject("job_id", Long.class), instantOrNull(row, "done_at"), row.getString("undone_by_name"),
				instantOrNull(row, "undone_at"));
	}

	private List<SheetPart> parts(ResultSet row) throws SQLException {
		var columns = this.json.readValue(row.getString("columns"), Layout.Column[].class);
		var layout = new Layout(row.getInt("sheet"), row.getInt("header_row"), List.of(columns));
		var said = this.json.readValue(row.getString("said"), Said.class);
		var parts = new ArrayList<SheetPart>();
		parts.add(new SheetPart(row.getString("sheet_name"), layout, said.text(), said.given()));
		parts.addAll(List.of(this.json.readValue(row.getString("further"), SheetPart[].class)));
		return parts;
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

}
