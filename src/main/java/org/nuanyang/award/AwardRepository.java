package org.nuanyang.award;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Collection;
import java.util.EnumSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingRow;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards and their amounts per term. */
@Repository
class AwardRepository {

	private static final String FROM = """
			from award a join enrolment e on e.id = a.enrolment_id join person p on p.id = a.person_id
			join school_class k on k.id = e.class_id join grade g on g.id = k.grade_id
			join filing_row f on f.filing_id = a.filing_id and f.application_id = a.application_id
			where a.school_id = :school and a.programme_id = :programme and a.school_year = :year
				and (:tier::text is null or a.tier = :tier) and (:class::bigint is null or e.class_id = :class)
				and (:status::text is null or a.status = :status)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	AwardRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Grants an award unless the person already has one of this programme and year, at
	 * whatever school; the unique index decides, also between two schools at once.
	 * @return whether it was granted
	 */
	boolean grant(Actor officer, FilingHead filing, FilingRow row, long programmeId, Yuan perTerm) {
		long id = this.jdbc.sql("select nextval('id_seq')").query((found, number) -> found.getLong(1)).single();
		var now = Timestamp.from(this.clock.instant());
		var terms = terms(row.personId(), programmeId, filing.year(), perTerm);
		var granted = this.jdbc.sql("""
				insert into award (id, school_id, programme_id, school_year, person_id, enrolment_id, application_id,
					filing_id, tier, annual, boarding, granted_by, granted_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (person_id, programme_id, school_year) where status in ('ACTIVE', 'STOPPED') do nothing""")
			.params(id, filing.schoolId(), programmeId, filing.year().firstYear(), row.personId(), row.enrolmentId(),
					row.applicationId(), filing.id(), row.tier().name(),
					terms.values().stream().reduce(Yuan.ZERO, Yuan::plus).amount(), row.boarding(), officer.userId(),
					now)
			.update() == 1;
		if (granted) {
			terms.forEach((term, amount) -> grantTerm(id, filing.schoolId(), term, amount, row.tier()));
		}
		return granted;
	}

	/**
	 * Full terms, but for those that an award which has ended, here or elsewhere, already
	 * gave the child.
	 */
	private Map<Term, Yuan> terms(long personId, long programmeId, SchoolYear year, Yuan full) {
		var terms = new EnumMap<Term, Yuan>(Term.class);
		for (var term : Term.values()) {
			terms.put(term, awardedBefore(personId, programmeId, year, term) ? Yuan.ZERO : full);
		}
		return terms;
	}

	boolean awardedBefore(long personId, long programmeId, SchoolYear year, Term term) {
		return this.jdbc.sql("select awarded_before(?, ?, ?, ?)")
			.params(personId, programmeId, year.firstYear(), term.name())
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	private void grantTerm(long id, long schoolId, Term term, Yuan amount, Tier tier) {
		this.jdbc.sql("insert into award_term (award_id, school_id, term, amount, tier) values (?, ?, ?, ?, ?)")
			.params(id, schoolId, term.name(), amount.amount(), tier.name())
			.update();
	}

	/** Whoever grants at a school waits for whoever is granting there. */
	void takeTurns(long schoolId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('award'), ?::integer)")
			.param(schoolId)
			.query((row, number) -> true)
			.single();
	}

	/** The cases of a filing that have their award of a programme. */
	Set<Long> granted(long schoolId, long filingId, long programmeId) {
		return this.jdbc
			.sql("select application_id from award where school_id = ? and filing_id = ? and programme_id = ?")
			.params(schoolId, filingId, programmeId)
			.query((row, number) -> row.getLong(1))
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableSet());
	}

	/** What these people hold of every programme, here and elsewhere. */
	HeldAwards held(Collection<Long> persons, SchoolYear year, long schoolId) {
		return new HeldAwards(this.jdbc
			.sql("""
					select p.id as person, g.id as programme, awarded_elsewhere(p.id, g.id, :year, :school) as elsewhere,
						exists (select from award a where a.school_id = :school and a.person_id = p.id and a.programme_id = g.id
							and a.school_year = :year and a.status in ('ACTIVE', 'STOPPED')) as here,
						awarded_before(p.id, g.id, :year, 'AUTUMN') as autumn, awarded_before(p.id, g.id, :year, 'SPRING') as spring
					from unnest(cast(:persons as bigint[])) p(id) cross join programme g""")
			.param("persons", persons.stream().distinct().toArray(Long[]::new))
			.param("year", year.firstYear())
			.param("school", schoolId)
			.query((row, number) -> Map.entry(new HeldAwards.Of(row.getLong("person"), row.getLong("programme")),
					new HeldAwards.Holding(row.getBoolean("here"), row.getBoolean("elsewhere"), before(row))))
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	private static Set<Term> before(ResultSet row) throws SQLException {
		var terms = EnumSet.noneOf(Term.class);
		if (row.getBoolean("autumn")) {
			terms.add(Term.AUTUMN);
		}
		if (row.getBoolean("spring")) {
			terms.add(Term.SPRING);
		}
		return terms;
	}

	List<PayableAward> payable(long schoolId, long programmeId, SchoolYear year, Term term) {
		return this.jdbc.sql("""
				select a.id, a.enrolment_id, a.person_id, t.tier, t.amount
				from award a join award_term t on t.award_id = a.id
				where a.school_id = ? and a.programme_id = ? and a.school_year = ? and t.term = ? and t.amount > 0
				order by a.id""")
			.params(schoolId, programmeId, year.firstYear(), term.name())
			.query((row, number) -> new PayableAward(row.getLong("id"), row.getLong("enrolment_id"),
					row.getLong("person_id"), Tier.valueOf(row.getString("tier")),
					Yuan.of(row.getBigDecimal("amount"))))
			.list();
	}

	/** A pupil's awards as they were granted, the latest year first. */
	List<PupilAward> ofPupil(long schoolId, long enrolmentId) {
		return this.jdbc
			.sql("""
					select a.school_year, coalesce(v.tier, a.tier) as tier, coalesce(v.autumn + v.spring, a.annual) as annual,
						a.granted_at, p.name
					from award a join programme p on p.id = a.programme_id
						left join award_event v on v.award_id = a.id and v.action = 'GRANT'
					where a.school_id = ? and a.enrolment_id = ? order by a.school_year desc, a.id""")
			.params(schoolId, enrolmentId)
			.query((row, number) -> new PupilAward(new SchoolYear(row.getInt("school_year")), row.getString("name"),
					Tier.valueOf(row.getString("tier")), Yuan.of(row.getBigDecimal("annual")),
					row.getTimestamp("granted_at").toInstant().atZone(this.clock.getZone()).toLocalDate()))
			.list();
	}

	/** The awards that a filter keeps, by class and name; one page of them. */
	List<AwardRow> list(AwardFilter filter, int size, long offset) {
		return this.jdbc.sql("""
				select a.id, a.enrolment_id, a.tier, a.annual, a.status, p.name, f.grade_name, f.class_name,
					(select amount from award_term t where t.award_id = a.id and t.term = 'AUTUMN') as autumn,
					(select amount from award_term t where t.award_id = a.id and t.term = 'SPRING') as spring,
					(select tier from award_term t where t.award_id = a.id and t.term = 'AUTUMN') as autumn_tier,
					(select tier from award_term t where t.award_id = a.id and t.term = 'SPRING') as spring_tier
				""" + FROM + " order by g.number nulls last, k.number, p.sort_key, a.id limit :size offset :offset")
			.params(filter.parameters())
			.param("size", size)
			.param("offset", offset)
			.query((row, number) -> new AwardRow(row.getLong("id"), row.getLong("enrolment_id"), row.getString("name"),
					row.getString("grade_name"), row.getString("class_name"), Tier.valueOf(row.getString("tier")),
					Yuan.of(row.getBigDecimal("annual")), Yuan.of(row.getBigDecimal("autumn")),
					Yuan.of(row.getBigDecimal("spring")), Tier.valueOf(row.getString("autumn_tier")),
					Tier.valueOf(row.getString("spring_tier")), AwardStatus.valueOf(row.getString("status"))))
			.list();
	}

	/** How many awards of each tier a filter keeps, and what they come to in a year. */
	List<TierTotal> totals(AwardFilter filter) {
		return this.jdbc.sql("""
				select a.tier, count(*) as people, sum(a.annual) as annual,
					sum((select amount from award_term t where t.award_id = a.id and t.term = 'AUTUMN')) as autumn,
					sum((select amount from award_term t where t.award_id = a.id and t.term = 'SPRING')) as spring
				""" + FROM + " group by a.tier order by a.tier")
			.params(filter.parameters())
			.query((row, number) -> new TierTotal(Tier.valueOf(row.getString("tier")), row.getLong("people"),
					Yuan.of(row.getBigDecimal("annual")), Yuan.of(row.getBigDecimal("autumn")),
					Yuan.of(row.getBigDecimal("spring"))))
			.list()
			.stream()
			.sorted(Comparator.comparing(TierTotal::tier))
			.toList();
	}

	List<SchoolYear> years(long schoolId) {
		return this.jdbc.sql("select distinct school_year from award where school_id = ? order by school_year desc")
			.param(schoolId)
			.query((row, number) -> new SchoolYear(row.getInt(1)))
			.list();
	}

}
