package org.nuanyang.support;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rounds with cases that the committee has already passed, for tests of what follows: the
 * steps before it are written straight into the table.
 */
public class Cases {

	/** Another person has approved the budgets of a school. */
	public static final String APPROVE_BUDGETS = """
			insert into fund_budget_answer (budget_id, school_id, set_by, approved, answered_by, answered_by_name, answered_at)
				select b.id, b.school_id, b.set_by, true, (select min(u.id) from app_user u where u.id <> b.set_by), '另一人', now()
				from fund_budget b where b.school_id = %d
			""";

	private final RoundService rounds;

	private final Pupils pupils;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Cases(RoundService rounds, Pupils pupils, JdbcClient jdbc, TransactionTemplate transaction) {
		this.rounds = rounds;
		this.pupils = pupils;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** The school's round of 2026—2027. */
	public long round(TestSchool school) {
		var steps = new HashMap<RoundStep, RoundPlan.Dates>();
		Arrays.stream(RoundStep.values())
			.forEach((step) -> steps.put(step,
					new RoundPlan.Dates(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31))));
		var plan = new RoundPlan(new SchoolYear(2026), "2026—2027学年认定", 5, steps);
		return school.officer().scope().call(() -> this.rounds.open(school.officer(), plan)).id();
	}

	/** Pupils of 五年级(2)班 whose cases passed with the tier; returns the cases. */
	public List<Long> passed(TestSchool school, long round, Tier tier, String... names) {
		var five = this.pupils.classOf(school, 5, 2, school.headTeacher());
		return Arrays.stream(names)
			.map((name) -> passed(school, round, tier, this.pupils.enrol(school, five, name), five.id()))
			.toList();
	}

	/** The case of one pupil. */
	public long passed(TestSchool school, long round, Tier tier, long enrolment, long schoolClass) {
		return school.officer().scope().call(() -> this.transaction.execute((status) -> {
			long id = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
			long assessment = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
			this.jdbc
				.sql("""
						insert into assessment (id, school_id, enrolment_id, school_year, rule_set_id, total, suggested, groups,
							assessed_by, assessed_at)
						select ?, ?, ?, 2026, (select min(id) from rule_set where school_year = 2026), 72, ?, '[]', ?,
							timestamptz '2026-10-01'""")
				.params(assessment, school.schoolId(), enrolment, tier.name(), school.officer().userId())
				.update();
			this.jdbc
				.sql("""
						insert into aid_application (id, school_id, round_id, enrolment_id, number, class_id, grade_number,
							grade_name, class_name, route, status, assessment_id, decided_tier, created_at, changed_at)
						select :id, :school, :round, :enrolment,
							(select coalesce(max(number), 0) + 1 from aid_application where round_id = :round), :class, 5,
							'五年级', '(2)班', 'ON_BEHALF', 'PASSED', :assessment, :tier, timestamptz '2026-10-01', timestamptz '2026-10-01'""")
				.param("id", id)
				.param("school", school.schoolId())
				.param("round", round)
				.param("enrolment", enrolment)
				.param("class", schoolClass)
				.param("assessment", assessment)
				.param("tier", tier.name())
				.update();
			return id;
		}));
	}

	/** The status of a case as stored. */
	public String status(TestSchool school, long id) {
		return school.officer()
			.scope()
			.call(() -> this.transaction
				.execute((status) -> this.jdbc.sql("select status from aid_application where id = ?")
					.param(id)
					.query((row, number) -> row.getString(1))
					.single()));
	}

	/** Moves a case by hand to where a test needs it. */
	public void set(TestSchool school, long id, String status) {
		school.officer().scope().run(() -> this.transaction.executeWithoutResult((ignored) -> this.jdbc.sql("""
				update aid_application set status = :status,
					decided_tier = case when :status in ('NOT_PASSED', 'SUBMITTED', 'ACCEPTED', 'VISITED')
					then null else decided_tier end
				where id = :id""").param("status", status).param("id", id).update()));
	}

}
