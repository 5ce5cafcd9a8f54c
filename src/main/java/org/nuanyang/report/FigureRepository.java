package org.nuanyang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.PastNotice;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.GradeNames;
import org.nuanyang.programme.Tier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and lists the lines of measures, both from the same query. */
@Repository
class FigureRepository {

	/**
	 * What the measures look at: pupils who are there, the newest case of each, the last
	 * visit of the year, and what was paid of the term.
	 */
	private static final String VIEWS = """
			with pupils as (select e.id, e.school_id from enrolment e where e.school_id = any (:schools) and %s),
			cases as (
				select distinct on (a.enrolment_id) a.id, a.school_id, a.enrolment_id, a.route, %s as status,
					a.decided_tier as tier, a.declaration_id
				from aid_application a join aid_round r on r.id = a.round_id %s
				where r.school_year = :year and a.school_id = any (:schools)
				order by a.enrolment_id, a.number desc),
			visits as (
				select enrolment_id, max(visited_on) as day from home_visit
				where school_year = :year and school_id = any (:schools) and visited_on <= :day group by enrolment_id),
			paid as (
				select r.award_id, sum(r.amount) as amount, max(o.settled_on) as settled_on
				from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
					join payment_settlement o on o.row_id = r.id and o.kind = 'PAID'
				where b.school_year = :year and b.term = :term and b.school_id = any (:schools) and o.settled_on <= :day
					and not exists (select from payment_back v where v.row_id = r.id)
				group by r.award_id),
			past as (select a.id from aid_application a where a.status = 'ON_NOTICE' and a.school_id = any (:schools) and (%s))
			""";

	private static final String[] NOW = { "e.left_on is null", "a.status", "" };

	/** As it was: who was there that day, and where each case had come to. */
	private static final String[] THEN = { "e.entered_on <= :day and (e.left_on is null or e.left_on > :day)",
			"t.to_status", """
					cross join lateral (select v.to_status from application_event v
						where v.school_id = a.school_id and v.application_id = a.id and v.at <= :cut
						order by v.at desc, v.id desc limit 1) t""" };

	private static final String LINES = """
			as m(school_id, enrolment_id, application_id, tier, met, state, on_date, amount, missing)""";

	private static final String NARROWED = """
			 (%s) %s join school s on s.id = m.school_id join enrolment e on e.id = m.enrolment_id
				join school_class k on k.id = e.class_id join grade g on g.id = k.grade_id
			where (:grade is null or g.number = :grade) and (:class is null or k.id = :class)
				and (:tier is null or m.tier = :tier) and (:states::text[] is null or m.state = any (:states))""";

	private static final String SIDE = " and (:met::boolean is null or m.met = :met)";

	private final JdbcClient jdbc;

	private final ObjectProvider<PastNotice> notices;

	FigureRepository(JdbcClient jdbc, ObjectProvider<PastNotice> notices) {
		this.jdbc = jdbc;
		this.notices = notices;
	}

	/** Every measure of every school, in one statement. */
	Map<Long, Map<Measure, Count>> counts(Collection<Long> schools, Moment moment) {
		return counts(schools, moment, EnumSet.allOf(Measure.class));
	}

	/** Some measures of every school, in one statement. */
	Map<Long, Map<Measure, Count>> counts(Collection<Long> schools, Moment moment, Set<Measure> some) {
		var counts = new HashMap<Long, Map<Measure, Count>>();
		var each = some.stream()
			.map((measure) -> """
					select '%s' as measure, school_id, count(*) filter (where met) as met, count(*) as total,
						coalesce(sum(amount), 0) as amount, count(*) filter (where met and tier = 'ONE') as one,
						count(*) filter (where met and tier = 'TWO') as two, count(*) filter (where met and tier = 'THREE') as three
					from (%s) %s group by school_id"""
				.formatted(measure, measure.sql(), LINES))
			.collect(Collectors.joining("\nunion all\n"));
		of(each, schools, moment).query((row) -> {
			counts.computeIfAbsent(row.getLong("school_id"), (school) -> new EnumMap<>(Measure.class))
				.put(Measure.valueOf(row.getString("measure")), count(row));
		});
		return counts;
	}

	private static Count count(ResultSet row) throws SQLException {
		return new Count(row.getLong("met"), row.getLong("total"), Yuan.of(row.getBigDecimal("amount")),
				Map.of(Tier.ONE, row.getLong("one"), Tier.TWO, row.getLong("two"), Tier.THREE, row.getLong("three")));
	}

	/** The committee's tiers by class. */
	List<ClassTiers> tiers(Collection<Long> schools, Moment moment) {
		return of("""
				select k.id, g.number as grade, k.number, count(*) filter (where m.tier = 'ONE') as one,
					count(*) filter (where m.tier = 'TWO') as two, count(*) filter (where m.tier = 'THREE') as three
				from (%s) %s join enrolment e on e.id = m.enrolment_id join school_class k on k.id = e.class_id
					join grade g on g.id = k.grade_id
				where m.met and g.number is not null group by k.id, g.number, k.number order by g.number, k.number"""
			.formatted(Measure.DECIDED.sql(), LINES), schools, moment)
			.query((row,
					n) -> new ClassTiers(row.getLong("id"), row.getInt("grade"), row.getInt("number"), Map.of(Tier.ONE,
							row.getLong("one"), Tier.TWO, row.getLong("two"), Tier.THREE, row.getLong("three"))))
			.list();
	}

	/** How many cases wait for which step of the round, by school. */
	Map<Long, Map<RoundStep, Long>> waiting(Collection<Long> schools, Moment moment) {
		var waiting = new HashMap<Long, Map<RoundStep, Long>>();
		of("select school_id, state, count(*) as cases from (%s) %s group by school_id, state"
			.formatted(Measure.WAITING.sql(), LINES), schools, moment).query((row) -> {
				var cases = row.getLong("cases");
				var own = waiting.computeIfAbsent(row.getLong("school_id"), (school) -> new EnumMap<>(RoundStep.class));
				Measure.awaits(row.getString("state")).ifPresent((step) -> own.merge(step, cases, Long::sum));
			});
		return waiting;
	}

	/** How many are on either side of a narrowed list. */
	Count count(Measure measure, FigureFilter filter, Collection<Long> schools, Moment moment) {
		return narrow(
				of("""
						select count(*) filter (where met) as met, count(*) as total, coalesce(sum(amount), 0) as amount,
							count(*) filter (where met and tier = 'ONE') as one, count(*) filter (where met and tier = 'TWO') as two,
							count(*) filter (where met and tier = 'THREE') as three from"""
						+ NARROWED.formatted(measure.sql(), LINES), schools, moment),
				filter)
			.query((row, n) -> count(row))
			.single();
	}

	Paged<FigureRow> page(Measure measure, FigureFilter filter, Collection<Long> schools, Moment moment) {
		var narrowed = NARROWED.formatted(measure.sql(), LINES) + SIDE;
		var side = filter.side(measure);
		var met = (side == Side.ALL) ? null : side == Side.MET;
		var total = narrow(of("select count(*) from" + narrowed, schools, moment), filter)
			.param("met", met, Types.BOOLEAN)
			.query((row, n) -> row.getLong(1))
			.single();
		// Names are read of those shown: a county's list has as many as there are pupils.
		var rows = narrow(of("""
				select f.*, p.name from (
					select m.*, s.name as school, g.number as grade, g.entry_year, k.number as class_number,
						e.person_id, e.sort_key
					from%s
					order by s.name collate "zh-x-icu", g.number nulls last, k.number, e.sort_key, m.enrolment_id
					limit :size offset :offset) f join person p on p.id = f.person_id
				order by f.school collate "zh-x-icu", f.grade nulls last, f.class_number, f.sort_key, f.enrolment_id"""
			.formatted(narrowed), schools, moment), filter).param("met", met, Types.BOOLEAN)
			.param("size", FigureFilter.SIZE)
			.param("offset", Paged.offset(filter.number(), FigureFilter.SIZE))
			.query(FigureRepository::row)
			.list();
		return new Paged<>(rows, filter.number(), FigureFilter.SIZE, total);
	}

	private static JdbcClient.StatementSpec narrow(JdbcClient.StatementSpec statement, FigureFilter filter) {
		var tier = filter.tier();
		var step = filter.step();
		return statement.param("states", (step != null) ? Measure.states(step) : null, Types.ARRAY)
			.param("grade", filter.grade(), Types.INTEGER)
			.param("class", filter.schoolClass(), Types.BIGINT)
			.param("tier", (tier != null) ? tier.name() : null, Types.VARCHAR);
	}

	private JdbcClient.StatementSpec of(String sql, Collection<Long> schools, Moment moment) {
		return this.jdbc.sql(views(moment.now() ? NOW : THEN) + sql)
			.param("today", moment.day())
			.param("schools", schools.toArray(Long[]::new))
			.param("year", moment.year().firstYear())
			.param("term", moment.term().name())
			.param("day", moment.day())
			.param("cut", moment.cut())
			.param("sensitive", moment.sensitive())
			.param("due", due(moment.year(), moment.term()), Types.DATE);
	}

	private String views(String[] when) {
		return VIEWS.formatted(when[0], when[1], when[2],
				this.notices.stream().map(PastNotice::condition).collect(Collectors.joining(" and ")));
	}

	/** 开学两个月内, as the red flags read it. */
	LocalDate due(SchoolYear year, Term term) {
		return this.jdbc.sql("select due_on from payment_term where school_year = ? and term = ?")
			.params(year.firstYear(), term.name())
			.query((row, n) -> row.getObject(1, LocalDate.class))
			.single();
	}

	/** What a school owes of the terms that have begun, the earliest due first. */
	List<Owed> owed(long school, LocalDate today) {
		return this.jdbc
			.sql("""
					select school_year, term, due_on, count(distinct enrolment_id) as pupils, count(*) as lines, sum(amount) as amount
					from payment_owed where school_id = :school and school_year >= :since and begins_on <= :today
					group by school_year, term, due_on order by due_on""")
			.param("school", school)
			.param("since", SchoolYear.of(today).firstYear() - 1)
			.param("today", today)
			.query((row, n) -> new Owed(new SchoolYear(row.getInt("school_year")), Term.valueOf(row.getString("term")),
					row.getObject("due_on", LocalDate.class), row.getLong("pupils"), row.getLong("lines"),
					Yuan.of(row.getBigDecimal("amount"))))
			.list();
	}

	private static FigureRow row(ResultSet row, int n) throws SQLException {
		var amount = row.getBigDecimal("amount");
		var tier = row.getString("tier");
		var missing = row.getArray("missing");
		var grade = row.getObject("grade", Integer.class);
		return new FigureRow(row.getString("school"), row.getLong("enrolment_id"), row.getString("name"),
				((grade != null) ? GradeNames.grade(grade) : row.getInt("entry_year") + "级")
						+ GradeNames.ofClass(row.getInt("class_number")),
				row.getObject("application_id", Long.class), (tier != null) ? Tier.valueOf(tier) : null,
				row.getString("state"), row.getObject("on_date", LocalDate.class),
				(amount != null) ? Yuan.of(amount) : null,
				(missing != null) ? List.of((String[]) missing.getArray()) : List.of());
	}

}
