package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets the rows of a list beside those of the list before it. */
@Repository
class ComparisonRepository {

	private static final String SENT = "('FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED')";

	/**
	 * Of everybody paid more than once in a term, re-issues for example, the latest row.
	 */
	private static final String BEFORE = """
			select distinct on (r.person_id) r.person_id, r.enrolment_id, r.pupil_name, r.class_name, r.amount,
				r.payee_id, r.masked_account
			from payment_row r join payment_batch b on b.id = r.batch_id
			where b.school_id = :school and b.programme_id = :programme and b.school_year = :year and b.term = :term
				and b.status in %s and (cast(:original as bigint) is null or b.id = :original)
			order by r.person_id, b.created_at desc
			""".formatted(SENT);

	private final JdbcClient jdbc;

	ComparisonRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest term before that of the batch in which the programme was paid. */
	Optional<Period> before(PaymentBatch batch) {
		// AUTUMN comes before SPRING in the year and in the alphabet.
		return this.jdbc.sql("""
				select school_year, term from payment_batch where school_id = ? and programme_id = ?
					and (school_year, term) < (?, ?) and status in %s
				order by school_year desc, term desc limit 1
				""".formatted(SENT))
			.params(batch.schoolId(), batch.programmeId(), batch.year().firstYear(), batch.term().name())
			.query((row, n) -> new Period(new SchoolYear(row.getInt(1)), Term.valueOf(row.getString(2)), null))
			.optional();
	}

	/** A term that was paid, or of it only what a re-issue goes back to. */
	record Period(SchoolYear year, Term term, @Nullable Long original) {

	}

	Comparison.Last last(PaymentBatch batch, Period period) {
		var links = of("""
				select b.id, b.number from payment_batch b where b.school_id = :school and b.programme_id = :programme
					and b.school_year = :year and b.term = :term and b.status in %s
					and (cast(:original as bigint) is null or b.id = :original) order by b.created_at, b.id
				""".formatted(SENT), batch, period)
			.query((row, n) -> new BatchView.Link(row.getLong(1), row.getString(2)))
			.list();
		return of("select count(*) as n, coalesce(sum(amount), 0) as total from (" + BEFORE + ") paid", batch, period)
			.query((row, n) -> new Comparison.Last(period.year(), period.term(), links, row.getInt("n"),
					PaymentRepository.yuan(row, "total")))
			.single();
	}

	/** Everybody whom the two lists do not treat alike; a re-issue leaves nobody out. */
	List<Comparison.Change> changes(PaymentBatch batch, Period period) {
		return of(
				"""
						with before as (%s), listed as (select * from payment_row where batch_id = :batch)
						select coalesce(n.enrolment_id, l.enrolment_id) as enrolment_id,
							coalesce(n.pupil_name, l.pupil_name) as pupil_name, coalesce(n.class_name, l.class_name) as class_name,
							l.amount as before, n.amount as now, l.masked_account as account_before,
							n.masked_account as account_now, n.payee_id is distinct from l.payee_id as other_payee,
							(select max(b.number) from payment_row r join payment_batch b on b.id = r.batch_id
								where n.id is null and r.person_id = l.person_id and b.id <> :batch and b.status <> 'VOID'
									and b.programme_id = :programme and b.school_year = :batchYear and b.term = :batchTerm) as other,
							exists (select from payment_left_out o where o.batch_id = :batch and o.enrolment_id = l.enrolment_id)
								as left_out,
							(select e.status from enrolment e where e.id = l.enrolment_id) as enrolment
						from listed n full join before l on l.person_id = n.person_id
						where l.person_id is null or n.amount <> l.amount
							or (n.person_id is not null and n.payee_id is distinct from l.payee_id)
							or (n.person_id is null and cast(:original as bigint) is null)
						order by coalesce(n.row_no, 0), class_name,
							-- Not the person's (ADR 0020), and no coalesce: before a policy it finds nothing by an index.
							(select e.sort_key from enrolment e
								where e.id = case when n.id is null then l.enrolment_id else n.enrolment_id end)
						"""
					.formatted(BEFORE),
				batch, period)
			.param("batch", batch.id())
			.param("batchYear", batch.year().firstYear())
			.param("batchTerm", batch.term().name())
			.query(ComparisonRepository::change)
			.list();
	}

	private static Comparison.Change change(ResultSet row, int n) throws SQLException {
		var now = yuan(row, "now");
		return new Comparison.Change(row.getLong("enrolment_id"), row.getString("pupil_name"),
				row.getString("class_name"), yuan(row, "before"), now, row.getString("account_before"),
				row.getString("account_now"), row.getBoolean("other_payee"), (now == null) ? why(row) : null,
				row.getString("other"));
	}

	private static GoneReason why(ResultSet row) throws SQLException {
		if (row.getString("other") != null) {
			return GoneReason.IN_ANOTHER_BATCH;
		}
		if (!"ENROLLED".equals(row.getString("enrolment"))) {
			return GoneReason.NOT_ENROLLED;
		}
		return row.getBoolean("left_out") ? GoneReason.LEFT_OUT : GoneReason.NO_AWARD;
	}

	private static @Nullable Yuan yuan(ResultSet row, String column) throws SQLException {
		var amount = row.getBigDecimal(column);
		return (amount != null) ? Yuan.of(amount) : null;
	}

	private JdbcClient.StatementSpec of(String sql, PaymentBatch batch, Period period) {
		return this.jdbc.sql(sql)
			.param("school", batch.schoolId())
			.param("programme", batch.programmeId())
			.param("year", period.year().firstYear())
			.param("term", period.term().name())
			.param("original", period.original(), java.sql.Types.BIGINT);
	}

}
