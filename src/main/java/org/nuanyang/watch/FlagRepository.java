package org.nuanyang.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.GradeNames;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Runs the checks. Row-level security narrows every table to what the reader may see, so
 * that a county finds across its schools what one school cannot.
 */
@Repository
class FlagRepository {

	/**
	 * What several checks look at. {@code sent}: rows of locked lists that the bank
	 * neither refused nor gave back. {@code account}: accounts in force of pupils who are
	 * here. {@code begun}: terms that have begun, 1 the present one. {@code listed},
	 * {@code answered}, {@code booked}: what was paid by the list, by the bank's own
	 * lines and by the ledger, each without the others. All look at this school year and
	 * the last; what is older has been looked at while it was new.
	 */
	private static final String VIEWS = """
			with locked as (select batch_id, max(done_at) as at from payment_step where action = 'LOCK' group by batch_id),
			sent as (
				select r.id, r.school_id, r.batch_id, r.enrolment_id, r.person_id, r.award_id, r.payee_id, r.tier, r.amount,
					b.programme_id, b.school_year, b.term, o.settled_on, coalesce(k.at, b.created_at) as locked_at,
					(coalesce(k.at, b.created_at) at time zone 'Asia/Shanghai')::date as locked_on
				from payment_row r join payment_batch b on b.id = r.batch_id left join locked k on k.batch_id = b.id
					left join payment_settlement o on o.row_id = r.id
				where b.status in ('LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED') and b.school_year >= :since
					and coalesce(o.kind, 'PAID') = 'PAID' and not exists (select from payment_back v where v.row_id = r.id)),
			account as (
				select p.*, e.person_id, (p.decided_at at time zone 'Asia/Shanghai')::date as decided_on
				from payee p join enrolment e on e.id = p.enrolment_id where p.status = 'CONFIRMED' and e.left_on is null),
			begun as (
				select first_year, term, first_day, row_number() over (order by first_day desc) as ago
				from term_date where first_day <= cast(:today as date)),
			listed as (
				select r.id, r.batch_id, r.row_key, r.enrolment_id, r.award_id,
					case when o.kind = 'PAID' and v.id is null then r.amount else 0 end as paid
				from payment_row r join payment_batch b on b.id = r.batch_id and b.school_year >= :since
					left join payment_settlement o on o.row_id = r.id left join payment_back v on v.row_id = r.id),
			answered as (
				select w.batch_id, w.row_key, case when w.result = 'PAID' and v.id is null then w.amount else 0 end as paid
				from (select distinct on (w.batch_id, w.row_key) w.batch_id, w.row_key, w.result, coalesce(w.amount, 0) as amount
						from bank_return_line w join payment_batch b on b.id = w.batch_id and b.number = w.batch_number
						where b.school_year >= :since and w.result is not null and w.result <> 'PROCESSING'
							and not exists (select from bank_line_voiding c where c.line_id = w.id and c.kind = 'CONFIRMED')
							and (w.problem is null or not exists (select from bank_return_line a
								where a.batch_id = w.batch_id and a.row_key = w.row_key and a.id > w.id
									and a.problem is null and a.result <> 'PROCESSING'))
						order by w.batch_id, w.row_key, (w.result = 'PAID') desc, w.id) w
					left join payment_row r on r.batch_id = w.batch_id and r.row_key = w.row_key
					left join payment_back v on v.row_id = r.id
				union all
				select s.batch_id, s.row_key, case when s.signed and v.id is null then s.amount else 0 end
				from signature_line s join payment_batch b on b.id = s.batch_id and b.school_year >= :since
					left join payment_back v on v.row_id = s.row_id),
			booked as (
				select e.source_id as batch_id, p.line_id, sum(case p.side when 'DEBIT' then p.amount else -p.amount end) as paid
				from journal_entry e join payment_batch b on b.id = e.source_id and b.school_year >= :since
					join posting p on p.entry_id = e.id
				where e.source_type = 'payment_batch' and e.kind in ('PAYMENT', 'REVERSAL') and p.account = 'PAYABLE'
				group by e.source_id, p.line_id)
			""";

	private static final String FOUND = """
			as f(school_id, enrolment_id, award_id, batch_id, notice_id, on_date, amount, said, a, b, c)""";

	private final JdbcClient jdbc;

	FlagRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How much each check finds, in one statement. */
	Map<Check, Long> counts(Actor actor, LocalDate today) {
		var counts = new EnumMap<Check, Long>(Check.class);
		var each = Arrays.stream(Check.values())
			.map((check) -> "select '%s' as code, count(*) as n from (%s)%s".formatted(check, check.sql(), FOUND))
			.collect(Collectors.joining("\nunion all\n"));
		of(VIEWS + each, actor, today).query((row) -> {
			counts.put(Check.valueOf(row.getString("code")), row.getLong("n"));
		});
		return counts;
	}

	Paged<FlagRow> page(Actor actor, Check check, LocalDate today, int page, int size) {
		var total = of(VIEWS + "select count(*) from (" + check.sql() + ")" + FOUND, actor, today)
			.query((row, n) -> row.getLong(1))
			.single();
		var rows = of(rows(check) + " limit :size offset :offset", actor, today).param("size", size)
			.param("offset", Paged.offset(page, size))
			.query(FlagRepository::row)
			.list();
		return new Paged<>(rows, page, size, total);
	}

	List<FlagRow> all(Actor actor, Check check, LocalDate today) {
		return of(rows(check), actor, today).query(FlagRepository::row).list();
	}

	private static String rows(Check check) {
		return VIEWS
				+ """
						select f.*, s.name as school, p.name, g.number as grade, k.number as class_number, t.number as batch_number,
							w.application_id
						from (%s)%s
							join school s on s.id = f.school_id
							left join enrolment e on e.id = f.enrolment_id left join person p on p.id = e.person_id
							left join school_class k on k.id = e.class_id left join grade g on g.id = k.grade_id
							left join payment_batch t on t.id = f.batch_id left join award w on w.id = f.award_id
						order by s.name collate "zh-x-icu", f.on_date desc nulls last, g.number, k.number, p.sort_key,
							f.batch_id, f.said"""
					.formatted(check.sql(), FOUND);
	}

	private JdbcClient.StatementSpec of(String sql, Actor actor, LocalDate today) {
		return this.jdbc.sql(sql)
			.param("today", today)
			.param("since", SchoolYear.of(today).firstYear() - 1)
			.param("schools", actor.scope().read().toArray(Long[]::new));
	}

	private static FlagRow row(ResultSet row, int n) throws SQLException {
		var amount = row.getBigDecimal("amount");
		return new FlagRow(row.getString("school"), row.getObject("enrolment_id", Long.class), row.getString("name"),
				className(row), row.getObject("application_id", Long.class), row.getObject("award_id", Long.class),
				row.getObject("batch_id", Long.class), row.getString("batch_number"),
				row.getObject("notice_id", Long.class), row.getObject("on_date", LocalDate.class),
				(amount != null) ? Yuan.of(amount) : null, row.getString("said"), row.getString("a"),
				row.getString("b"), row.getString("c"));
	}

	/** The class of today; a cohort that has left the school has none. */
	private static @Nullable String className(ResultSet row) throws SQLException {
		var grade = row.getObject("grade", Integer.class);
		return (grade != null) ? GradeNames.grade(grade) + GradeNames.ofClass(row.getInt("class_number")) : null;
	}

}
