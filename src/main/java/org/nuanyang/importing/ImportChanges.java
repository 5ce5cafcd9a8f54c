package org.nuanyang.importing;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.nuanyang.vault.Vault;

/** Keeps what a done import made or changed, so that it can be taken back. */
@Repository
class ImportChanges {

	private static final String BEFORE = "import_change.before";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Vault vault;

	ImportChanges(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.vault = vault;
	}

	void add(ImportRun run, List<ImportChange> changes) {
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
	}

	List<ImportChange> of(long importId) {
		return this.jdbc.sql("select * from import_change where import_id = ? order by id")
			.param(importId)
			.query((row, number) -> {
				var before = row.getBytes("before");
				return new ImportChange(row.getString("subject_type"), row.getLong("subject_id"),
						(before != null) ? this.vault.open(BEFORE, before) : null, row.getInt("version"));
			})
			.list();
	}

	/** An import that touched the same things afterwards, and how many of them. */
	record Later(long importId, int things) {

	}

	List<Later> later(long importId) {
		return this.jdbc
			.sql("""
					select later.import_id, count(distinct later.subject_id) from import_change mine
						join import_change later on later.subject_type = mine.subject_type and later.subject_id = mine.subject_id
						join import_run r on r.id = later.import_id
					where mine.import_id = ? and later.id > mine.id and later.import_id <> mine.import_id
						and r.status = 'DONE' group by later.import_id order by later.import_id desc""")
			.param(importId)
			.query((row, number) -> new Later(row.getLong(1), row.getInt(2)))
			.list();
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

	void forget(long importId) {
		this.jdbc.sql("delete from import_change where import_id = ?").param(importId).update();
	}

}
