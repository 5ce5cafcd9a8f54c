package org.nuanyang.application;

import org.nuanyang.kernel.Recall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases as rows, straight from the database; a head teacher gets those of the own
 * classes.
 */
@Service
@Transactional(readOnly = true)
class CaseReader {

	private static final String CASES = """
			from aid_application a
			join aid_round r on r.id = a.round_id
			join enrolment e on e.id = a.enrolment_id
			join person p on p.id = e.person_id
			where true""";

	private static final String COLUMNS = """
			select a.*, r.school_year, e.person_id, p.name as pupil_name, %s as past_notice
			""";

	private final JdbcClient jdbc;

	private final WaitingCases waiting;

	CaseReader(JdbcClient jdbc, WaitingCases waiting) {
		this.jdbc = jdbc;
		this.waiting = waiting;
	}

	List<CaseView> ofRound(Actor actor, long roundId, Collection<ApplicationStatus> statuses) {
		if (statuses.isEmpty()) {
			return List.of();
		}
		var where = new Where(actor).and("a.round_id = :round", "round", roundId)
			.and("a.status in (:statuses)", "statuses", names(statuses));
		return rows(where, " order by a.grade_number, length(a.class_name), a.class_name, p.sort_key, a.id");
	}

	Set<Long> ids(long roundId, Collection<ApplicationStatus> statuses) {
		return this.jdbc.sql("select id from aid_application where round_id = :round and status in (:statuses)")
			.param("round", roundId)
			.param("statuses", names(statuses))
			.query((row, index) -> row.getLong("id"))
			.set();
	}

	Optional<CaseView> one(Actor actor, long id) {
		return Recall.once("case", List.of(actor, id),
				() -> rows(new Where(actor).and("a.id = :id", "id", id), "").stream().findFirst());
	}

	List<CaseView> ofPupil(Actor actor, long enrolmentId) {
		return Recall.once("cases of pupil", List.of(actor, enrolmentId),
				() -> rows(new Where(actor).and("a.enrolment_id = :pupil", "pupil", enrolmentId),
						" order by r.school_year desc, a.id desc"));
	}

	Paged<CaseView> page(Actor actor, CaseFilter filter) {
		var where = filter.narrow(new Where(actor));
		if (filter.criteria().isMine()) {
			where.and(this.waiting.condition(actor), "me", actor.userId());
		}
		if (filter.criteria().next() != null) {
			this.waiting.narrow(where, filter.criteria().next());
		}
		var total = this.jdbc.sql("select count(*) " + CASES + where.sql)
			.params(where.params)
			.query((row, index) -> row.getLong(1))
			.single();
		var rows = rows(where, filter.order());
		return new Paged<>(rows, filter.number(), CaseFilter.SIZE, total);
	}

	/** How many cases stand where, for those this person may see. */
	Map<ApplicationStatus, Long> counts(Actor actor, long roundId) {
		var where = new Where(actor).and("a.round_id = :round", "round", roundId);
		var counts = new EnumMap<ApplicationStatus, Long>(ApplicationStatus.class);
		this.jdbc.sql("select a.status, count(*) as cases " + CASES + where.sql + " group by a.status")
			.params(where.params)
			.query((row) -> {
				counts.put(ApplicationStatus.valueOf(row.getString("status")), row.getLong("cases"));
			});
		return counts;
	}

	/** How many cases stand where in the whole of each round. */
	Map<Long, RoundCounts> counts(Collection<Long> roundIds) {
		var counts = new HashMap<Long, RoundCounts>();
		this.jdbc
			.sql("select a.round_id, a.status, count(*) as cases, count(*) filter (where " + this.waiting.past()
					+ ") as past from aid_application a where a.round_id in (:rounds) group by a.round_id, a.status")
			.param("rounds", roundIds)
			.param("today", this.waiting.today())
			.query((row) -> {
				counts.merge(row.getLong("round_id"),
						new RoundCounts(
								Map.of(ApplicationStatus.valueOf(row.getString("status")), row.getLong("cases")),
								row.getLong("past")),
						RoundCounts::and);
			});
		return counts;
	}

	/**
	 * How many pupils of a school have which tier in that year; empty without a round.
	 */
	Map<Tier, Long> tiers(long schoolId, SchoolYear year) {
		var tiers = new EnumMap<Tier, Long>(Tier.class);
		this.jdbc.sql("""
				select a.decided_tier, count(*) as cases
				from aid_round r join aid_application a on a.round_id = r.id
				where r.school_id = ? and r.school_year = ? and a.decided_tier is not null
				group by a.decided_tier""").params(schoolId, year.firstYear()).query((row) -> {
			tiers.put(Tier.valueOf(row.getString("decided_tier")), row.getLong("cases"));
		});
		return tiers;
	}

	/**
	 * What the cases wait for, for those this person may see; without those that somebody
	 * else has in hand.
	 */
	Map<NextStep, Long> waiting(Actor actor, long roundId) {
		return steps(new Where(actor).and("a.round_id = :round", "round", roundId).and(this.waiting.free()));
	}

	/** What of it this person does. */
	Map<NextStep, Long> own(Actor actor, long roundId) {
		return steps(new Where(actor).and("a.round_id = :round", "round", roundId)
			.and(this.waiting.condition(actor), "me", actor.userId()));
	}

	private Map<NextStep, Long> steps(Where where) {
		var waiting = new EnumMap<NextStep, Long>(NextStep.class);
		this.jdbc
			.sql("select a.status, a.assessment_id is not null as assessed, " + this.waiting.past()
					+ " as past_notice, count(*) as cases " + CASES + where.sql + " group by 1, 2, 3")
			.params(where.params)
			.param("today", this.waiting.today())
			.query((row) -> {
				var cases = row.getLong("cases");
				NextStep
					.of(ApplicationStatus.valueOf(row.getString("status")), row.getBoolean("assessed"),
							row.getBoolean("past_notice"))
					.ifPresent((step) -> waiting.merge(step, cases, Long::sum));
			});
		return waiting;
	}

	/** The grades that have cases, with their names. */
	Map<Integer, String> grades(Actor actor, long roundId) {
		var where = new Where(actor).and("a.round_id = :round", "round", roundId);
		var grades = new TreeMap<Integer, String>();
		this.jdbc.sql("select distinct a.grade_number, a.grade_name " + CASES + where.sql)
			.params(where.params)
			.query((row) -> {
				grades.put(row.getInt("grade_number"), row.getString("grade_name"));
			});
		return grades;
	}

	/** Pupils who already have a live case in the round. */
	Set<Long> applied(long roundId, Collection<Long> enrolmentIds) {
		if (enrolmentIds.isEmpty()) {
			return Set.of();
		}
		return this.jdbc.sql("""
				select enrolment_id from aid_application where round_id = :round and enrolment_id in (:pupils)
					and status not in ('REFUSED', 'WITHDRAWN', 'ENDED')""")
			.param("round", roundId)
			.param("pupils", enrolmentIds)
			.query((row, index) -> row.getLong(1))
			.set();
	}

	/** The last case of each pupil that came to its end in the round, by pupil. */
	Map<Long, FormerCase> former(long roundId, Collection<Long> enrolmentIds) {
		if (enrolmentIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc
			.sql("""
					select distinct on (a.enrolment_id) a.id, a.enrolment_id, a.number, a.status, r.school_year
					from aid_application a join aid_round r on r.id = a.round_id
					where a.round_id = :round and a.enrolment_id in (:pupils) and a.status in ('REFUSED', 'WITHDRAWN', 'ENDED')
					order by a.enrolment_id, a.id desc""")
			.param("round", roundId)
			.param("pupils", enrolmentIds)
			.query((row, index) -> new FormerCase(row.getLong("id"), row.getLong("enrolment_id"), number(row),
					ApplicationStatus.valueOf(row.getString("status"))))
			.stream()
			.collect(Collectors.toMap(FormerCase::enrolmentId, Function.identity()));
	}

	private static String number(ResultSet row) throws SQLException {
		return "RD-%d-%04d".formatted(row.getInt("school_year"), row.getInt("number"));
	}

	private List<CaseView> rows(Where where, String tail) {
		return this.jdbc.sql(COLUMNS.formatted(this.waiting.past()) + CASES + where.sql + tail)
			.params(where.params)
			.param("today", this.waiting.today())
			.query((row, index) -> view(row))
			.list();
	}

	private static CaseView view(ResultSet row) throws SQLException {
		var year = new SchoolYear(row.getInt("school_year"));
		return new CaseView(row.getLong("id"), row.getLong("round_id"), row.getLong("school_id"), year, number(row),
				row.getLong("enrolment_id"), row.getLong("person_id"), row.getString("pupil_name"),
				row.getLong("class_id"), row.getInt("grade_number"), row.getString("grade_name"),
				row.getString("class_name"), ApplicationStatus.valueOf(row.getString("status")),
				ApplicationRoute.valueOf(row.getString("route")), (Long) row.getObject("renewal_of"),
				row.getString("renewal_reason"), (Long) row.getObject("declaration_id"),
				(Long) row.getObject("assessment_id"), (Integer) row.getObject("points"), row.getBoolean("direct"),
				tier(row.getString("suggested_tier")), tier(row.getString("class_tier")), row.getString("class_remark"),
				tier(row.getString("decided_tier")), row.getBoolean("past_notice"),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("changed_at").toInstant(),
				row.getInt("version"));
	}

	private static @Nullable Tier tier(@Nullable String name) {
		return (name != null) ? Tier.valueOf(name) : null;
	}

	static List<String> names(Collection<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).toList();
	}

	/**
	 * Conditions and their values; row-level security has already narrowed to the actor's
	 * schools.
	 */
	static final class Where {

		private String sql = "";

		private final Map<String, Object> params = new HashMap<>();

		Where(Actor actor) {
			if (actor.seesOwnClassesOnly()) {
				and("e.class_id in (select id from school_class where head_teacher_id = :teacher)", "teacher",
						actor.userId());
			}
		}

		Where and(String condition) {
			this.sql += " and " + condition;
			return this;
		}

		Where and(String condition, String name, Object value) {
			this.sql += " and " + condition;
			this.params.put(name, value);
			return this;
		}

	}

}
