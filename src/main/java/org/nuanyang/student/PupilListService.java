package org.nuanyang.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.Sex;
import org.nuanyang.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pupil list: three statements, and one per column of an upper feature. */
@Service
@Transactional(readOnly = true)
class PupilListService {

	private static final String SELECT = """
			select e.id, p.name, p.sex, p.id_type, p.id_number, e.registry_number, g.number as grade, g.entry_year,
				k.number as class_number, s.name as school_name, e.boarding, e.status,
			""" + PupilReader.LAST_CLASS + " as last_class" + PupilReader.FROM + " where ";

	private final JdbcClient jdbc;

	private final PupilReader reader;

	private final Vault vault;

	private final Fingerprints fingerprints;

	private final ObjectProvider<PupilFilter> filters;

	private final ObjectProvider<PupilColumn> columns;

	PupilListService(JdbcClient jdbc, PupilReader reader, Vault vault, Fingerprints fingerprints,
			ObjectProvider<PupilFilter> filters, ObjectProvider<PupilColumn> columns) {
		this.jdbc = jdbc;
		this.reader = reader;
		this.vault = vault;
		this.fingerprints = fingerprints;
		this.filters = filters;
		this.columns = columns;
	}

	/** One page; values of upper filters come by the name of their parameter. */
	Paged<PupilRow> page(Actor actor, PupilSearch search, Map<String, String> upper) {
		var conditions = conditions(actor, search, upper);
		var total = this.jdbc.sql("select count(*)" + PupilReader.FROM + " where " + conditions.sql())
			.params(conditions.parameters())
			.query((row, number) -> row.getLong(1))
			.single();
		var rows = rows(conditions, search.order(), PupilSearch.SIZE,
				Paged.offset(search.pageNumber(), PupilSearch.SIZE));
		return new Paged<>(withCells(actor, rows), search.pageNumber(), PupilSearch.SIZE, total);
	}

	/** All rows that the search keeps, for the export. */
	List<PupilRow> all(Actor actor, PupilSearch search, Map<String, String> upper) {
		return withCells(actor, rows(conditions(actor, search, upper), search.order(), Integer.MAX_VALUE, 0));
	}

	private PupilConditions conditions(Actor actor, PupilSearch search, Map<String, String> upper) {
		var conditions = new PupilConditions(actor, this.fingerprints).matching(search);
		this.filters.forEach((filter) -> Optional.ofNullable(upper.get(filter.parameter()))
			.filter((value) -> !value.isEmpty())
			.ifPresent((value) -> conditions.keeping(filter.keeps(actor, value))));
		return conditions;
	}

	private List<PupilRow> rows(PupilConditions conditions, PupilOrder order, int limit, long offset) {
		return this.jdbc.sql(SELECT + conditions.sql() + " order by " + order.sql() + " limit :limit offset :offset")
			.params(conditions.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query(this::row)
			.list();
	}

	private PupilRow row(ResultSet row, int number) throws SQLException {
		return new PupilRow(row.getLong("id"), row.getString("name"), Sex.valueOf(row.getString("sex")),
				PupilReader.gradeName(row) + PupilReader.className(row), row.getString("school_name"),
				maskedRegistry(row.getBytes("registry_number")), this.reader.maskedId(row), row.getBoolean("boarding"),
				EnrolmentStatus.valueOf(row.getString("status")), List.of());
	}

	private String maskedRegistry(byte @Nullable [] sealed) {
		return (sealed != null) ? new RegistryNumber(this.vault.open(RegistryColumn.NAME, sealed)).masked() : "";
	}

	private List<PupilRow> withCells(Actor actor, List<PupilRow> rows) {
		if (rows.isEmpty()) {
			return rows;
		}
		var ids = rows.stream().map(PupilRow::id).toList();
		var filled = columns().stream().map((column) -> column.cells(actor, ids)).toList();
		return rows.stream().map((row) -> row.with(cells(filled, row.id()))).toList();
	}

	private static List<@Nullable PupilChip> cells(List<Map<Long, PupilChip>> filled, long id) {
		var cells = new ArrayList<@Nullable PupilChip>();
		filled.forEach((column) -> cells.add(column.get(id)));
		return cells;
	}

	List<PupilColumn> columns() {
		return this.columns.stream().sorted(Comparator.comparingInt(PupilColumn::order)).toList();
	}

	/** The upper features' filters that offer this actor a choice. */
	List<Choice> choices(Actor actor) {
		return this.filters.stream()
			.sorted(Comparator.comparingInt(PupilFilter::order))
			.map((filter) -> new Choice(filter.parameter(), filter.labelKey(), filter.options(actor)))
			.filter((choice) -> !choice.options().isEmpty())
			.toList();
	}

	/** A select of the filter bar. */
	record Choice(String parameter, String labelKey, List<PupilFilter.Option> options) {

	}

	/** How many pupils are at the schools in the actor's sight. */
	long enrolled(Actor actor) {
		return this.jdbc
			.sql("select count(*)" + PupilReader.FROM + " where e.status = 'ENROLLED' and " + PupilReader.VISIBLE)
			.params(PupilReader.scoped(actor, Map.of()))
			.query((row, number) -> row.getLong(1))
			.single();
	}

}
