package org.nuanyang.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

/** The pupil list: a few statements, and one per column of an upper feature. */
@Service
@Transactional(readOnly = true)
class PupilListService {

	private static final String CLASSES = """
			 from enrolment e join school_class k on k.id = e.class_id join grade g on g.id = k.grade_id
			""";

	/**
	 * Only those shown are looked up among the people: the inner select finds and sorts
	 * them by the enrolment.
	 */
	private static final String SELECT = """
			select e.id, p.name, p.sex, p.id_type, p.id_number, e.registry_number, g.number as grade, g.entry_year,
				k.number as class_number, s.name as school_name, e.boarding, e.status,
			""" + PupilReader.LAST_CLASS + " as last_class" + PupilReader.FROM;

	private static final int CHUNK = 500;

	private final JdbcClient jdbc;

	private final PupilReader reader;

	private final Vault vault;

	private final Fingerprints fingerprints;

	private final PupilFilters filters;

	private final ObjectProvider<PupilColumn> columns;

	PupilListService(JdbcClient jdbc, PupilReader reader, Vault vault, Fingerprints fingerprints, PupilFilters filters,
			ObjectProvider<PupilColumn> columns) {
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
		var offset = Paged.offset(search.pageNumber(), PupilSearch.SIZE);
		var stretch = search.order().classes().isEmpty() ? new Stretch(count(conditions), offset, null)
				: stretch(conditions, search.order(), offset);
		var rows = (offset < stretch.total())
				? rows(conditions.within(stretch.classes()), search.order(), PupilSearch.SIZE, stretch.offset())
				: List.<PupilRow>of();
		return new Paged<>(withCells(actor, rows), search.pageNumber(), PupilSearch.SIZE, stretch.total());
	}

	/**
	 * Where a page lies.
	 *
	 * @param offset of its first row among those of the classes
	 * @param classes the classes that it shows, or null for all
	 */
	private record Stretch(long total, long offset, Long @Nullable [] classes) {

	}

	/**
	 * Counts class by class, and so finds the few classes that a page shows: a county has
	 * thousands, and sorting all its pupils for fifty took seconds.
	 */
	private Stretch stretch(PupilConditions conditions, PupilOrder order, long offset) {
		return this.jdbc.sql("""
				with found as (select e.class_id, count(*) as n from enrolment e where %s group by e.class_id),
				placed as (select f.class_id, sum(f.n) over (order by %s) as upto,
						sum(f.n) over (partition by g.number, g.entry_year, k.number) as own
					from found f join school_class k on k.id = f.class_id join grade g on g.id = k.grade_id)
				select coalesce(max(upto), 0) as total,
					coalesce(min(upto - own) filter (where upto > :offset), 0) as before,
					array_agg(class_id) filter (where upto > :offset and upto - own < :offset + :limit) as classes
				from placed""".formatted(conditions.sql(), order.classes()))
			.params(conditions.parameters())
			.param("offset", offset)
			.param("limit", PupilSearch.SIZE)
			.query((row, number) -> {
				var classes = row.getArray("classes");
				return new Stretch(row.getLong("total"), offset - row.getLong("before"),
						(classes != null) ? (Long[]) classes.getArray() : null);
			})
			.single();
	}

	private long count(PupilConditions conditions) {
		return this.jdbc.sql("select count(*) from enrolment e where " + conditions.sql())
			.params(conditions.parameters())
			.query((row, number) -> row.getLong(1))
			.single();
	}

	long count(Actor actor, PupilSearch search, Map<String, String> upper) {
		return count(conditions(actor, search, upper));
	}

	/**
	 * Every row that the search keeps, for the export: read as they are taken, and the
	 * cells of upper features for some hundred at a time.
	 */
	void each(Actor actor, PupilSearch search, Map<String, String> upper, Consumer<PupilRow> taker) {
		var chunk = new ArrayList<PupilRow>();
		try (var rows = query(conditions(actor, search, upper), search.order(), Integer.MAX_VALUE, 0).stream()) {
			rows.forEach((row) -> {
				chunk.add(row);
				if (chunk.size() == CHUNK) {
					withCells(actor, chunk).forEach(taker);
					chunk.clear();
				}
			});
		}
		withCells(actor, chunk).forEach(taker);
	}

	private PupilConditions conditions(Actor actor, PupilSearch search, Map<String, String> upper) {
		var conditions = new PupilConditions(actor, this.fingerprints).matching(search);
		this.filters.keeping(actor, upper).forEach(conditions::keeping);
		return conditions;
	}

	private List<PupilRow> rows(PupilConditions conditions, PupilOrder order, int limit, long offset) {
		return query(conditions, order, limit, offset).list();
	}

	private JdbcClient.MappedQuerySpec<PupilRow> query(PupilConditions conditions, PupilOrder order, int limit,
			long offset) {
		var shown = "select e.id" + (order.classes().isEmpty() ? " from enrolment e" : CLASSES) + " where "
				+ conditions.sql() + " order by " + order.sql() + " limit :limit offset :offset";
		return this.jdbc.sql(SELECT + " where e.id in (" + shown + ") order by " + order.sql())
			.params(conditions.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.withFetchSize(CHUNK)
			.query(this::row);
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

	/** How many pupils are at the schools in the actor's sight. */
	long enrolled(Actor actor) {
		return count(new PupilConditions(actor, this.fingerprints).at(EnrolmentStatus.ENROLLED));
	}

}
