package org.nuanyang.filing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.TakenLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The workbook of a filing, with the columns that its reader wants. */
@Service
@Transactional
class FilingExports {

	private final FilingService filings;

	private final FilingTable table;

	private final TakenLine taken;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	FilingExports(FilingService filings, FilingTable table, TakenLine taken, JdbcClient jdbc, Audit audit,
			Clock clock) {
		this.filings = filings;
		this.table = table;
		this.taken = taken;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The columns ticked at first: the template of the school, or of the county's centre.
	 */
	@Transactional(readOnly = true)
	List<FilingColumn> columns(Actor actor, long schoolId) {
		return actor.is(Role.COUNTY)
				? kept("select columns from filing_county_template where county_id = ?", county(schoolId))
					.orElseGet(FilingColumn::toAnswer)
				: kept("select columns from filing_template where school_id = ?", schoolId)
					.orElseGet(FilingColumn::usual);
	}

	private Optional<List<FilingColumn>> kept(String sql, long owner) {
		return this.jdbc.sql(sql)
			.param(owner)
			.query((row, number) -> FilingColumn.read(row.getString(1)))
			.optional()
			.filter((columns) -> !columns.isEmpty());
	}

	private long county(long schoolId) {
		return this.jdbc
			.sql("select d.county_id from school s join school_district d on d.id = s.district_id where s.id = ?")
			.param(schoolId)
			.query(Long.class)
			.single();
	}

	/**
	 * With these columns.
	 * @param keep they become the template of the school, or of the county's centre
	 */
	Export chosen(Actor actor, long id, List<FilingColumn> columns, boolean keep, PurposeForm why) {
		var head = this.filings.head(actor, id);
		if (columns.isEmpty()) {
			throw RuleViolation.on("columns", "filing.columns.none").toldOn("/filings/" + id + "/export");
		}
		var all = actor.is(Role.COUNTY) ? withNeeded(columns) : columns;
		if (keep) {
			keep(actor, head, all);
		}
		return export(actor, head, all, why);
	}

	private static List<FilingColumn> withNeeded(List<FilingColumn> columns) {
		return Stream.concat(columns.stream(), FilingColumn.needed().stream()).distinct().toList();
	}

	private void keep(Actor actor, FilingHead head, List<FilingColumn> columns) {
		var stored = FilingColumn.stored(columns);
		if (actor.is(Role.COUNTY)) {
			keepForCounty(actor, county(head.schoolId()), stored);
			return;
		}
		if (!actor.is(Role.OFFICER) || !actor.scope().write().contains(head.schoolId())) {
			throw new RuleViolation("filing.columns.keep.forbidden");
		}
		this.jdbc.sql("""
				insert into filing_template (school_id, columns, changed_by, changed_at) values (?, ?, ?, ?)
				on conflict (school_id) do update set columns = excluded.columns, changed_by = excluded.changed_by,
					changed_at = excluded.changed_at""")
			.params(head.schoolId(), stored, actor.userId(), Timestamp.from(this.clock.instant()))
			.update();
		this.audit.record(actor, head.schoolId(), "filing.template-kept", "school", head.schoolId(),
				Map.of("columns", stored));
	}

	private void keepForCounty(Actor actor, long county, String stored) {
		this.jdbc.sql("""
				insert into filing_county_template (county_id, columns, changed_by, changed_at) values (?, ?, ?, ?)
				on conflict (county_id) do update set columns = excluded.columns, changed_by = excluded.changed_by,
					changed_at = excluded.changed_at""")
			.params(county, stored, actor.userId(), Timestamp.from(this.clock.instant()))
			.update();
		this.audit.record(actor, null, "filing.template-kept", "county", county, Map.of("columns", stored));
	}

	private Export export(Actor actor, FilingHead head, List<FilingColumn> columns, PurposeForm why) {
		return new Export(head.schoolName() + " " + head.number() + ".xlsx", this.table.xlsx(head,
				this.filings.export(actor, head.id(), why), columns, this.taken.text(actor, why)));
	}

	/** A file to be taken away. */
	record Export(String name, byte[] content) {

	}

}
