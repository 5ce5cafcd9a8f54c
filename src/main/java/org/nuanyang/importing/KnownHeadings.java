package org.nuanyang.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a school said of a heading, for the next file like it. */
@Repository
class KnownHeadings {

	private static final int LONGEST = 200;

	private final JdbcClient jdbc;

	private final Clock clock;

	KnownHeadings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Field key by plain heading; an empty key means not to import the column. */
	Map<String, String> of(@Nullable Long schoolId, String kind) {
		var headings = new HashMap<String, String>();
		this.jdbc.sql("select heading, field from import_heading where school_id is not distinct from ? and kind = ?")
			.params(Arrays.asList(schoolId, kind))
			.query((row) -> {
				headings.put(row.getString(1), row.getString(2));
			});
		return headings;
	}

	/**
	 * Nothing of a heading that the file has twice, and not that something is left out
	 * without which there is no import: the next file may have it only once.
	 */
	void remember(ImportRun run, List<ImportField> known, Map<Integer, String> fields) {
		var headings = new Headings(known);
		for (var column : run.layout().columns()) {
			var heading = ImportField.plain(column.heading());
			var field = fields.getOrDefault(column.column(), "");
			if (!heading.isEmpty() && heading.length() <= LONGEST && run.layout().isAlone(column)
					&& !(field.isEmpty() && headings.isRequired(column.heading()))) {
				remember(run, heading, field);
			}
		}
	}

	private void remember(ImportRun run, String heading, String field) {
		this.jdbc
			.sql("""
					insert into import_heading (id, school_id, kind, heading, field, chosen_at)
					values (nextval('id_seq'), ?, ?, ?, ?, ?)
					on conflict (school_id, kind, heading) do update set field = excluded.field, chosen_at = excluded.chosen_at""")
			.params(Arrays.asList(run.schoolId(), run.kind(), heading, field, Timestamp.from(this.clock.instant())))
			.update();
	}

}
