package org.nuanyang.filing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The workbook of a filing, with the columns that its reader wants. */
@Service
@Transactional
class FilingExports {

	private final FilingService filings;

	private final FilingTable table;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	FilingExports(FilingService filings, FilingTable table, JdbcClient jdbc, Audit audit, Clock clock) {
		this.filings = filings;
		this.table = table;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** The columns ticked at first: the school's template, or those to answer with. */
	@Transactional(readOnly = true)
	List<FilingColumn> columns(Actor actor, long schoolId) {
		if (actor.is(Role.COUNTY)) {
			return FilingColumn.toAnswer();
		}
		return this.jdbc.sql("select columns from filing_template where school_id = ?")
			.param(schoolId)
			.query((row, number) -> FilingColumn.read(row.getString(1)))
			.optional()
			.filter((columns) -> !columns.isEmpty())
			.orElseGet(FilingColumn::usual);
	}

	/** With the columns of {@link #columns}. */
	Export usual(Actor actor, long id) {
		var head = this.filings.head(actor, id);
		return export(actor, head, columns(actor, head.schoolId()));
	}

	/**
	 * With these columns.
	 * @param keep they become the template of the school
	 */
	Export chosen(Actor actor, long id, Set<FilingColumn> columns, boolean keep) {
		var head = this.filings.head(actor, id);
		if (columns.isEmpty()) {
			throw RuleViolation.on("columns", "filing.columns.none").toldOn("/filings/" + id + "/export");
		}
		if (keep) {
			keep(actor, head, columns);
		}
		return export(actor, head, List.copyOf(EnumSet.copyOf(columns)));
	}

	private void keep(Actor actor, FilingHead head, Set<FilingColumn> columns) {
		if (!actor.is(Role.OFFICER) || !actor.scope().write().contains(head.schoolId())) {
			throw new RuleViolation("filing.columns.keep.forbidden");
		}
		var stored = FilingColumn.stored(EnumSet.copyOf(columns));
		this.jdbc.sql("""
				insert into filing_template (school_id, columns, changed_by, changed_at) values (?, ?, ?, ?)
				on conflict (school_id) do update set columns = excluded.columns, changed_by = excluded.changed_by,
					changed_at = excluded.changed_at""")
			.params(head.schoolId(), stored, actor.userId(), Timestamp.from(this.clock.instant()))
			.update();
		this.audit.record(actor, head.schoolId(), "filing.template-kept", "school", head.schoolId(),
				Map.of("columns", stored));
	}

	private Export export(Actor actor, FilingHead head, List<FilingColumn> columns) {
		return new Export(head.schoolName() + " " + head.number() + ".xlsx",
				this.table.xlsx(head, this.filings.export(actor, head.id()), columns));
	}

	/** A file to be taken away. */
	record Export(String name, byte[] content) {

	}

}
