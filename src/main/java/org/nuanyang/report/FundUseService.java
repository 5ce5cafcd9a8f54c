package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.fund.BudgetService;
import org.nuanyang.fund.BudgetView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a school's budget of the year has gone. */
@Service
@Transactional(readOnly = true)
public class FundUseService {

	/** Batches for which the fund has set money aside. */
	private static final String PROMISED = "'APPROVED', 'LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED'";

	private final JdbcClient jdbc;

	private final BudgetService budgets;

	private final ProgrammeService programmes;

	private final Clock clock;

	FundUseService(JdbcClient jdbc, BudgetService budgets, ProgrammeService programmes, Clock clock) {
		this.jdbc = jdbc;
		this.budgets = budgets;
		this.programmes = programmes;
		this.clock = clock;
	}

	/** Of the person's own school and this school year. */
	public FundUse of(Actor actor) {
		var school = actor.ownSchool();
		var year = SchoolYear.of(LocalDate.now(this.clock));
		var used = used(school, year);
		var programmes = this.programmes.programmes()
			.stream()
			.map((one) -> new Budgeted(one, this.budgets.budget(school, year, one.id()).map(BudgetView::total)))
			.filter((one) -> one.budget().isPresent() || used.contains(one.programme().id()))
			.toList();
		var budget = programmes.stream().flatMap((one) -> one.budget().stream()).reduce(Yuan::plus).orElse(null);
		var named = programmes.stream()
			.map((one) -> new FundUse.OfProgramme(one.programme().name(), one.budget().orElse(null)))
			.toList();
		return this.jdbc
			.sql("""
					with lines as (
						select r.award_id, b.term, r.amount,
							case when exists (select from payment_waiver w where w.row_id = r.id) then 'WAIVED'
								-- What failed or came back is owed still, until another batch has taken it over.
								when coalesce(v.kind, o.kind) in ('FAILED', 'RETURNED') then
									case when exists (select from payment_row n join payment_batch a on a.id = n.batch_id
										where n.original_row_id = r.id and a.status in (<promised>)) then 'HANDED_OVER' else 'OWED' end
								else coalesce(v.kind, o.kind, 'OWED') end as state
						from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
							left join payment_settlement o on o.row_id = r.id left join payment_back v on v.row_id = r.id
						where b.school_id = :school and b.school_year = :year
							and b.status in (<promised>))
					select (select coalesce(sum(amount), 0) from lines where state = 'PAID') as paid,
						(select coalesce(sum(amount), 0) from lines where state = 'OWED') as under_way,
						(select coalesce(sum(t.amount), 0) from award a
							join award_term t on t.award_id = a.id and t.school_id = a.school_id
							where a.school_id = :school and a.school_year = :year
								and (a.status = 'ACTIVE' or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and t.term = 'AUTUMN')
								and not exists (select from lines l where l.award_id = a.id and l.term = t.term
									and l.state <> 'HANDED_OVER')) as planned"""
				.replace("<promised>", PROMISED))
			.param("school", school)
			.param("year", year.firstYear())
			.query((row, n) -> new FundUse(named, year, budget, Yuan.of(row.getBigDecimal("paid")),
					Yuan.of(row.getBigDecimal("under_way")), Yuan.of(row.getBigDecimal("planned"))))
			.single();
	}

	/** The programmes that have awards or payments of the year. */
	private Set<Long> used(long school, SchoolYear year) {
		return Set.copyOf(this.jdbc.sql("""
				select programme_id from award where school_id = :school and school_year = :year
				union select programme_id from payment_batch where school_id = :school and school_year = :year
				""").param("school", school).param("year", year.firstYear()).query(Long.class).list());
	}

	private record Budgeted(ProgrammeView programme, Optional<Yuan> budget) {

	}

}
