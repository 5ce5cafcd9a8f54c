package org.nuanyang.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.vault.Vault;

/** Keeps what the dry run says of each row, sealed, until the import is done. */
@Repository
class ImportRows {

	private static final String CONTENT = "import_row.content";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final ObjectMapper json;

	private final Vault vault;

	private final Clock clock;

	ImportRows(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
		this.vault = vault;
		this.clock = clock;
	}

	void replace(ImportRun run, List<RowReport> rows) {
		purge(run.id());
		this.batches.batchUpdate("""
				insert into import_row (import_id, school_id, row_number, bucket, plan, finding_keys, content)
				values (?, ?, ?, ?, ?, ?, ?)""", rows, 500, (insert, row) -> {
			insert.setLong(1, run.id());
			insert.setObject(2, run.schoolId());
			insert.setInt(3, row.number());
			insert.setString(4, row.bucket());
			insert.setString(5, row.plan().name());
			insert.setArray(6, insert.getConnection().createArrayOf("varchar", keys(row)));
			insert.setBytes(7, this.vault.seal(CONTENT, this.json.writeValueAsString(
					new RowReport.Content(row.sheet(), row.line(), row.label(), row.findings(), null, row.changes()))));
		});
	}

	private static String[] keys(RowReport row) {
		return row.findings()
			.stream()
			.filter((finding) -> finding.severity() != Severity.OK)
			.map(Finding::key)
			.distinct()
			.toArray(String[]::new);
	}

	void purge(long importId) {
		this.jdbc.sql("delete from import_row where import_id = ?").param(importId).update();
	}

	/**
	 * The rows of a bucket, in the file's order; of those that are in order the new ones
	 * first and the unchanged last.
	 * @param plan null for all
	 */
	Paged<RowReport> in(long importId, String bucket, @Nullable Plan plan, int page, int size) {
		var plans = (plan != null) ? new String[] { plan.name() }
				: Arrays.stream(Plan.values()).map(Plan::name).toArray(String[]::new);
		long total = this.jdbc
			.sql("select count(*) from import_row where import_id = ? and bucket = ? and plan = any (?)")
			.params(importId, bucket, plans)
			.query((row, number) -> row.getLong(1))
			.single();
		var rows = this.jdbc
			.sql("""
					select row_number, bucket, plan, content, accepted_by_name from import_row
					where import_id = ? and bucket = ? and plan = any (?)
					order by case when bucket = 'OK' then array_position(array['NEW', 'CHANGED', 'SAME'], plan::text) end, row_number
					limit ? offset ?""")
			.params(importId, bucket, plans, size, Paged.offset(page, size))
			.query(this::report)
			.list();
		return new Paged<>(rows, page, size, total);
	}

	/** How many rows of a bucket there are of each plan. */
	Map<Plan, Integer> plans(long importId, String bucket) {
		var plans = new EnumMap<Plan, Integer>(Plan.class);
		this.jdbc.sql("select plan, count(*) from import_row where import_id = ? and bucket = ? group by plan")
			.params(importId, bucket)
			.query((row) -> {
				plans.put(Plan.valueOf(row.getString(1)), row.getInt(2));
			});
		return plans;
	}

	List<RowReport> all(long importId) {
		return this.jdbc.sql("""
				select row_number, bucket, plan, content, accepted_by_name from import_row
				where import_id = ? order by bucket, row_number""").param(importId).query(this::report).list();
	}

	/** How many rows still ask for each decision, by message key. */
	Map<String, Integer> openDecisions(long importId) {
		var decisions = new HashMap<String, Integer>();
		this.jdbc.sql("""
				select key, count(*) from import_row, unnest(finding_keys) key
				where import_id = ? and bucket = 'CONFIRM' and accepted_by is null group by key""")
			.param(importId)
			.query((row) -> {
				decisions.put(row.getString(1), row.getInt(2));
			});
		return decisions;
	}

	/** Accepts rows by number, or all; how many of them were still open. */
	int accept(Actor actor, long importId, @Nullable List<Integer> numbers) {
		return this.jdbc.sql("""
				update import_row set accepted_by = ?, accepted_by_name = ?, accepted_at = ?
				where import_id = ? and bucket = 'CONFIRM' and accepted_by is null
					and (?::integer[] is null or row_number = any (?::integer[]))""")
			.params(Arrays.asList(actor.userId(), actor.name(), Timestamp.from(this.clock.instant()), importId,
					array(numbers), array(numbers)))
			.update();
	}

	int withdraw(long importId, List<Integer> numbers) {
		return this.jdbc.sql("""
				update import_row set accepted_by = null, accepted_by_name = null, accepted_at = null
				where import_id = ? and accepted_by is not null and row_number = any (?::integer[])""")
			.params(Arrays.asList(importId, array(numbers)))
			.update();
	}

	private static Integer @Nullable [] array(@Nullable List<Integer> numbers) {
		return (numbers != null) ? numbers.toArray(Integer[]::new) : null;
	}

	/** Rows that may be written, by plan: in order or accepted. */
	Map<Plan, Integer> writable(long importId) {
		var plans = new HashMap<Plan, Integer>();
		this.jdbc.sql("""
				select plan, count(*) from import_row
				where import_id = ? and (bucket = 'OK' or accepted_by is not null) group by plan""")
			.param(importId)
			.query((row) -> {
				plans.put(Plan.valueOf(row.getString(1)), row.getInt(2));
			});
		return plans;
	}

	private RowReport report(ResultSet row, int place) throws SQLException {
		var content = this.json.readValue(this.vault.open(CONTENT, row.getBytes("content")), RowReport.Content.class);
		return new RowReport(row.getInt("row_number"), content.sheet(), content.line(), row.getString("bucket"),
				Plan.valueOf(row.getString("plan")), content.label(), content.findings(), content.fields(),
				row.getString("accepted_by_name"));
	}

}
