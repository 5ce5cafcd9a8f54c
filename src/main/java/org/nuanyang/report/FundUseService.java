package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
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

	/** Batches for which the fund has set money aside. */
	private static final String PROMISED = "'APPROVED', 'LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED'";

	/**
	 * Of a row {@code r} of a batch {@code b}: set aside for it, and not arrived. What
	 * failed or came back is owed still, until another batch has taken it over.
	 */
	static final String UNDER_WAY = """
			b.status in (<promised>) and not exists (select from payment_waiver w where w.row_id = r.id)
				and (not exists (select from payment_settlement n where n.row_id = r.id and n.kind = 'PAID')
						and not exists (select from payment_back n where n.row_id = r.id)
					or exists (select from payment_back n where n.row_id = r.id and n.kind = 'RETURNED'))
				and not exists (select from payment_row n join payment_batch a on a.id = n.batch_id
					where n.original_row_id = r.id and a.status in (<promised>))""".replace("<promised>", PROMISED);

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
		var programmes = this.programmes.programmes().stream().flatMap((one) -> {
			var budget = this.budgets.budget(school, year, one.id()).map(BudgetView::total).orElse(null);
			var money = used.get(one.id());
			return (budget == null && money == null) ? Stream.empty()
					: Stream.of(ofProgramme(one.name(), budget, (money != null) ? money : Used.NOTHING));
		}).toList();
		return new FundUse(programmes, year);
	}

	private static FundUse.OfProgramme ofProgramme(String name, @Nullable Yuan budget, Used used) {
		return new FundUse.OfProgramme(name, budget, used.paid(), used.underWay(), used.planned());
	}

	/** Of the programmes that have awards or payments of the year. */
	private Map<Long, Used> used(long school, SchoolYear year) {
		return this.jdbc
			.sql("""
					with lines as (
						select b.programme_id, r.award_id, b.term, r.amount,
							case when exists (select from payment_waiver w where w.row_id = r.id) then 'WAIVED'
								-- What failed or came back is owed still, until another batch has taken it over.
								when coalesce(v.kind, o.kind) in ('FAILED', 'RETURNED') then
									case when exists (select from payment_row n join payment_batch a on a.id = n.batch_id
										where n.original_row_id = r.id and a.status in (<promised>)) then 'HANDED_OVER' else 'OWED' end
								else coalesce(v.kind, o.kind, 'OWED') end as state
						from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
							left join payment_settlement o on o.row_id = r.id left join payment_back v on v.row_id = r.id
						where b.school_id = :school and b.school_year = :year
							and b.status in (<promised>)),
					of_awards as (
						select a.programme_id, coalesce(t.amount, 0) as amount from award a
							left join award_term t on t.award_id = a.id and t.school_id = a.school_id
								and (a.status = 'ACTIVE' or a.status = 'STOPPED' and a.stopped_from = 'SPRING' and t.term = 'AUTUMN')
								and not exists (select from lines l where l.award_id = a.id and l.term = t.term
									and l.state <> 'HANDED_OVER')
						where a.school_id = :school and a.school_year = :year),
					money as (
						select programme_id, case state when 'PAID' then amount else 0 end as paid,
							case state when 'OWED' then amount else 0 end as under_way, 0 as planned from lines
						union all select programme_id, 0, 0, amount from of_awards
						union all select programme_id, 0, 0, 0 from payment_batch
							where school_id = :school and school_year = :year)
					select programme_id, sum(paid) as paid, sum(under_way) as under_way, sum(planned) as planned
					from money group by programme_id"""
				.replace("<promised>", PROMISED))
			.param("school", school)
			.param("year", year.firstYear())
			.query((row, n) -> new Used(row.getLong("programme_id"), Yuan.of(row.getBigDecimal("paid")),
					Yuan.of(row.getBigDecimal("under_way")), Yuan.of(row.getBigDecimal("planned"))))
			.stream()
			.collect(Collectors.toMap(Used::programme, Function.identity()));
	}

	private record Used(long programme, Yuan paid, Yuan underWay, Yuan planned) {

		static final Used NOTHING = new Used(0, Yuan.ZERO, Yuan.ZERO, Yuan.ZERO);

	}

}
