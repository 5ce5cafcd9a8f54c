package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;

import org.nuanyang.fund.BudgetService;
import org.nuanyang.fund.BudgetView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a school's budget of the year has gone. */
@Service
@Transactional(readOnly = true)
public class FundUseService {

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
		var budget = this.budgets.budget(school, year).map(BudgetView::total).orElse(null);
		return this.jdbc
			.sql("""
					with lines as (
						select r.award_id, b.term, r.amount, o.kind, v.id is not null as back,
							-- Paid or under way; and what was recovered, or given up, is not paid again.
							coalesce(v.kind, o.kind, 'PAID') in ('PAID', 'RECOVERED')
								or exists (select from payment_waiver w where w.row_id = r.id) as settled
						from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
							left join payment_outcome o on o.row_id = r.id left join payment_back v on v.row_id = r.id
						where b.school_id = :school and b.programme_id = :programme and b.school_year = :year
							and b.status in ('APPROVED', 'LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED')),
					live as (select * from lines where not back and coalesce(kind, 'PAID') = 'PAID')
					select (select coalesce(sum(amount), 0) from live where kind = 'PAID') as paid,
						(select coalesce(sum(amount), 0) from live where kind is null) as under_way,
						(select coalesce(sum(t.amount), 0) from award a
							join award_term t on t.award_id = a.id and t.school_id = a.school_id
							where a.school_id = :school and a.programme_id = :programme and a.school_year = :year
								and (a.status = 'ACTIVE' or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and t.term = 'AUTUMN')
								and not exists (select from lines l where l.award_id = a.id and l.term = t.term and l.settled)) as planned""")
			.param("school", school)
			.param("programme", this.programmes.programme(ProgrammeService.TIERED_GRANT).id())
			.param("year", year.firstYear())
			.query((row, n) -> new FundUse(year, budget, Yuan.of(row.getBigDecimal("paid")),
					Yuan.of(row.getBigDecimal("under_way")), Yuan.of(row.getBigDecimal("planned"))))
			.single();
	}

}
