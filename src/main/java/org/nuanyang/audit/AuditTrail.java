package org.nuanyang.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * Reads the trail for an auditor, within the schools the database lets them see, and lets
 * them have its chain recomputed.
 */
@Service
@Transactional(readOnly = true)
class AuditTrail {

	private static final int PAGE = 50;

	/** Accounts, secrets shown, data carried out of the system, and the trail itself. */
	private static final String SECURITY = " and (e.action like 'user.%' or e.action like 'audit.%'"
			+ " or e.action like '%.revealed' or e.action like '%.exported')";

	private final JdbcClient jdbc;

	private final AuditChain chain;

	private final Audit audit;

	private final Clock clock;

	private final AuditExport export;

	private final AuditWords words;

	private final ObjectProvider<Recorded> recorded;

	private final ObjectProvider<Administered> administered;

	AuditTrail(JdbcClient jdbc, AuditChain chain, Audit audit, Clock clock, AuditExport export, AuditWords words,
			ObjectProvider<Recorded> recorded, ObjectProvider<Administered> administered) {
		this.jdbc = jdbc;
		this.chain = chain;
		this.audit = audit;
		this.clock = clock;
		this.export = export;
		this.words = words;
		this.recorded = recorded;
		this.administered = administered;
	}

	AuditPage page(Actor actor, AuditFilter wanted, int page) {
		var filter = wanted.orLately(LocalDate.now(this.clock));
		var where = where(filter);
		var reach = reach(actor);
		var total = bind(this.jdbc.sql("select count(*) from audit_entry e" + where), reach, filter)
			.query((row, i) -> row.getLong(1))
			.single();
		var rows = rows(where, reach, filter, PAGE, Paged.offset(page, PAGE));
		return new AuditPage(filter, new Paged<>(rows, page, PAGE, total), names(rows), actions(), types(), this.words);
	}

	private Reach reach(Actor actor) {
		var administered = this.administered.getObject();
		return new Reach(actor.is(Role.ADMIN) ? administered.schools(actor) : actor.scope().read(),
				administered.people(actor));
	}

	/**
	 * How far the reader sees.
	 *
	 * @param schools those the auditor reads, or whose accounts the administrator keeps
	 * @param people those whose deeds outside any school are seen; null means everybody
	 */
	private record Reach(Set<Long> schools, @Nullable Set<Long> people) {

	}

	private List<AuditRow> rows(String where, Reach reach, AuditFilter filter, int size, long offset) {
		return bind(this.jdbc.sql("select e.*, s.entry_id is not null as sealed from audit_entry e"
				+ " left join audit_seal s on s.entry_id = e.id" + where
				+ " order by e.at desc, e.id desc limit :size offset :offset"), reach, filter)
			.param("size", size)
			.param("offset", offset)
			.query((row, i) -> row(row, this.clock.getZone()))
			.list();
	}

	private static String where(AuditFilter filter) {
		return " where (e.school_id = any (:schools) or e.school_id is null"
				+ " and (cast(:people as bigint[]) is null or e.actor_id is null or e.actor_id = any (:people)"
				+ " or e.subject_type = 'user' and e.subject_id = any (:people)))"
				+ " and e.at >= :from and (cast(:to as timestamptz) is null or e.at < :to)"
				+ " and (cast(:who as text) is null or e.actor_name like '%' || :who || '%')"
				+ " and (cast(:action as text) is null or e.action = :action)"
				+ " and (cast(:type as text) is null or e.subject_type = :type)"
				+ " and (cast(:id as bigint) is null or e.subject_id = :id)" + (filter.isSecurityOnly() ? SECURITY : "")
				+ (filter.isNonsense() ? " and false" : "");
	}

	private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Reach reach, AuditFilter filter) {
		var to = filter.to();
		var people = reach.people();
		return statement.param("schools", reach.schools().toArray(Long[]::new))
			.param("people", (people != null) ? people.toArray(Long[]::new) : null)
			.param("from", startOf(Objects.requireNonNull(filter.from())))
			.param("to", (to != null) ? startOf(to.plusDays(1)) : null)
			.param("who", blankToNull(filter.who()))
			.param("action", blankToNull(filter.action()))
			.param("type", blankToNull(filter.type()))
			.param("id", filter.subjectId());
	}

	private Timestamp startOf(LocalDate day) {
		if (day.getYear() < 0 || day.getYear() > 9999) {
			throw new RuleViolation("audit.date.far", day.toString());
		}
		return Timestamp.from(day.atStartOfDay(this.clock.getZone()).toInstant());
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	private static AuditRow row(ResultSet row, ZoneId zone) throws SQLException {
		return new AuditRow(row.getLong("id"), LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), zone),
				row.getObject("school_id", Long.class), row.getObject("actor_id", Long.class),
				row.getString("actor_name"), row.getString("action"), row.getString("subject_type"),
				row.getObject("subject_id", Long.class), row.getString("details"), row.getString("address"),
				row.getBoolean("sealed"));
	}

	/** Names by subject type and id, where a feature gives any. */
	private Map<String, Map<Long, String>> names(List<AuditRow> rows) {
		var names = new HashMap<String, Map<Long, String>>();
		this.recorded
			.forEach((feature) -> names.put(feature.subjectType(), feature.names(ids(feature.subjectType(), rows))));
		return names;
	}

	private Set<Long> ids(String type, List<AuditRow> rows) {
		var ids = new HashSet<Long>();
		for (var row : rows) {
			if (row.subjectId() != null && row.subjectType().equals(type)) {
				ids.add(row.subjectId());
			}
			if (row.schoolId() != null && type.equals("school")) {
				ids.add(row.schoolId());
			}
			ids.addAll(this.words.mentioned(row).getOrDefault(type, List.of()));
		}
		return ids;
	}

	private List<String> types() {
		return each("subject_type");
	}

	private List<String> actions() {
		return each("action");
	}

	/**
	 * What stands in a column, each once: from one value to the next along the index,
	 * since a trail of years has millions of rows and some dozens of values.
	 */
	private List<String> each(String column) {
		return this.jdbc.sql("""
				with recursive step as (
					select min(%1$s) as found from audit_entry
					union all
					select (select min(e.%1$s) from audit_entry e where e.%1$s > step.found) from step
					where step.found is not null)
				select found from step where found is not null order by found""".formatted(column))
			.query((row, i) -> row.getString(1))
			.list();
	}

	/**
	 * What the filter finds, as a workbook to keep or hand to an inspection; that it was
	 * taken is itself recorded.
	 */
	@Transactional
	AuditExport.Download export(Actor actor, AuditFilter wanted) {
		var filter = wanted.orLately(LocalDate.now(this.clock));
		var rows = rows(where(filter), reach(actor), filter, AuditExport.MOST + 1, 0);
		if (rows.size() > AuditExport.MOST) {
			throw new RuleViolation("audit.export.too-many", String.valueOf(AuditExport.MOST));
		}
		this.audit.record(actor, actor.schoolId(), "audit.exported", "audit", null, taken(filter, rows.size()));
		return this.export.of(actor, filter, new AuditPage(filter, new Paged<>(rows, 1, AuditExport.MOST, rows.size()),
				names(rows), List.of(), List.of(), this.words));
	}

	/** A day that the filter leaves open is not mentioned. */
	private static Map<String, Object> taken(AuditFilter filter, int rows) {
		var taken = new LinkedHashMap<String, Object>();
		taken.put("rows", rows);
		Optional.ofNullable(filter.from()).ifPresent((from) -> taken.put("from", from.toString()));
		Optional.ofNullable(filter.to()).ifPresent((to) -> taken.put("to", to.toString()));
		taken.put("security", filter.isSecurityOnly());
		return taken;
	}

	/** Recomputes the whole chain; that somebody asked is itself recorded. */
	@Transactional
	AuditChain.Verdict verify(Actor actor) {
		var verdict = this.chain.verify();
		this.audit.record(actor, null, "audit.verified", "audit", null,
				Map.of("intact", verdict.intact(), "sealed", verdict.sealed(), "brokenAt", verdict.brokenAt()));
		return verdict;
	}

}
