package org.nuanyang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.GradeNames;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and lists payments, both from the same lines: one per award and term. */
@Repository
class PayRepository {

	private static final String LINES = """
			with paid as (
				select r.award_id, b.term, sum(r.amount) as amount, max(o.settled_on) as settled_on
				from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
					join payment_settlement o on o.row_id = r.id and o.kind = 'PAID'
				where b.school_year = :year and b.school_id = any (:schools)
					and not exists (select from payment_back v where v.row_id = r.id)
				group by r.award_id, b.term),
			-- Asked only for its own list.
			promised as (
				select r.award_id, b.term, sum(r.amount) as amount
				from payment_batch b join payment_row r on r.batch_id = b.id and r.school_id = b.school_id
				where :promised and b.school_year = :year and b.school_id = any (:schools) and <promised>
				group by r.award_id, b.term),
			lines as (
				select a.school_id, a.enrolment_id, a.programme_id, t.term, t.amount as due, s.amount as paid, s.settled_on,
					u.amount as promised,
					case when s.award_id is not null then 'PAID' when o.award_id is null then 'OFF'
						when o.due_on < :day then 'OVERDUE' else 'OWED' end as state
				from award a join award_term t on t.award_id = a.id and t.school_id = a.school_id and t.amount > 0
					left join paid s on s.award_id = a.id and s.term = t.term
					left join payment_owed o on o.award_id = a.id and o.term = t.term and o.school_id = any (:schools)
					left join promised u on u.award_id = a.id and u.term = t.term
				where a.school_year = :year and a.school_id = any (:schools)
					and (a.status = 'ACTIVE' or s.award_id is not null or :promised and u.award_id is not null
						or a.status = 'STOPPED' and (a.stopped_from = 'SPRING' and t.term = 'AUTUMN')))
			"""
		.replace("<promised>", FundUseService.UNDER_WAY);

	private static final String NARROWED = """
			from lines l where (:programme is null or l.programme_id = :programme) and (:term is null or l.term = :term)
				and\s""";

	private final JdbcClient jdbc;

	PayRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PayRow> rows(Collection<Long> schools, SchoolYear year, LocalDate day) {
		return this.jdbc
			.sql(LINES
					+ """
							select l.school_id, s.name as school, l.programme_id, p.name as programme, l.term, count(*) as n, sum(due) as due,
								count(*) filter (where state = 'PAID') as paid_n, coalesce(sum(paid) filter (where state = 'PAID'), 0) as paid,
								count(*) filter (where state in ('OWED', 'OVERDUE')) as owed_n,
								coalesce(sum(due) filter (where state in ('OWED', 'OVERDUE')), 0) as owed,
								count(*) filter (where state = 'OVERDUE') as overdue_n,
								coalesce(sum(due) filter (where state = 'OVERDUE'), 0) as overdue,
								count(*) filter (where state = 'OFF') as off_n, coalesce(sum(due) filter (where state = 'OFF'), 0) as off
							from lines l join school s on s.id = l.school_id join programme p on p.id = l.programme_id
							group by l.school_id, s.name, l.programme_id, p.name, l.term
							order by s.name collate "zh-x-icu", p.name collate "zh-x-icu", l.programme_id, l.term""")
			.param("schools", schools.toArray(Long[]::new))
			.param("year", year.firstYear())
			.param("day", day)
			.param("promised", false)
			.query((row, n) -> new PayRow(row.getLong("school_id"), row.getString("school"),
					row.getLong("programme_id"), row.getString("programme"), Term.valueOf(row.getString("term")),
					of(row, "n", "due"), of(row, "paid_n", "paid"), of(row, "owed_n", "owed"),
					of(row, "overdue_n", "overdue"), of(row, "off_n", "off")))
			.list();
	}

	private static PayRow.Of of(ResultSet row, String lines, String amount) throws SQLException {
		return new PayRow.Of(row.getLong(lines), Yuan.of(row.getBigDecimal(amount)));
	}

	Paged<PayLine> page(Collection<Long> schools, PayFilter filter, LocalDate day) {
		var state = filter.state();
		var narrowed = NARROWED + ((state != null) ? state.sql() : "true");
		var total = narrow(LINES + "select count(*) " + narrowed, schools, filter, day)
			.query((row, n) -> row.getLong(1))
			.single();
		var rows = narrow(LINES + """
				select l.*, s.name as school, p.name as programme, h.name, g.number as grade, g.entry_year,
					k.number as class_number
				from (select l.*\s""" + narrowed + """
				) l join school s on s.id = l.school_id join programme p on p.id = l.programme_id
					join enrolment e on e.id = l.enrolment_id join person h on h.id = e.person_id
					join school_class k on k.id = e.class_id join grade g on g.id = k.grade_id
				order by s.name collate "zh-x-icu", g.number nulls last, k.number, e.sort_key, e.id, p.name, l.term
				limit :size offset :offset""", schools, filter, day).param("size", PayFilter.SIZE)
			.param("offset", Paged.offset(filter.page(), PayFilter.SIZE))
			.query(PayRepository::line)
			.list();
		return new Paged<>(rows, filter.page(), PayFilter.SIZE, total);
	}

	/** What the lines of a list come to: what was paid of them, or is to be. */
	Yuan sum(Collection<Long> schools, PayFilter filter, LocalDate day) {
		var state = filter.state();
		return narrow(LINES + "select coalesce(sum(coalesce(promised, paid, due)), 0) " + NARROWED
				+ ((state != null) ? state.sql() : "true"), schools, filter, day)
			.query((row, n) -> Yuan.of(row.getBigDecimal(1)))
			.single();
	}

	private JdbcClient.StatementSpec narrow(String sql, Collection<Long> schools, PayFilter filter, LocalDate day) {
		var term = filter.term();
		return this.jdbc.sql(sql)
			.param("schools", schools.toArray(Long[]::new))
			.param("year", filter.year().firstYear())
			.param("day", day)
			.param("promised", filter.state() == PayState.PROMISED)
			.param("programme", filter.programme(), Types.BIGINT)
			.param("term", (term != null) ? term.name() : null, Types.VARCHAR);
	}

	private static PayLine line(ResultSet row, int n) throws SQLException {
		var grade = row.getObject("grade", Integer.class);
		var paid = row.getBigDecimal("paid");
		return new PayLine(row.getString("school"), row.getLong("enrolment_id"), row.getString("name"),
				((grade != null) ? GradeNames.grade(grade) : row.getInt("entry_year") + "级")
						+ GradeNames.ofClass(row.getInt("class_number")),
				row.getString("programme"), Term.valueOf(row.getString("term")), Yuan.of(row.getBigDecimal("due")),
				(paid != null) ? Yuan.of(paid) : null, row.getObject("settled_on", LocalDate.class),
				PayState.valueOf(row.getString("state")));
	}

}
