package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.payee.OwedPayments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches of schools, and on which of them a person stands. */
@Repository
class BatchQueries implements OwedPayments {

	private static final String GIVEN_BACK = """
			from payment_settlement o left join payment_back k on k.row_id = o.row_id
				where o.batch_id = b.id and (o.kind = 'FAILED' or k.kind = 'RETURNED')
					and not exists (select from payment_row n join payment_batch again on again.id = n.batch_id
						where n.original_row_id = o.row_id and again.status <> 'VOID')
					and not exists (select from payment_waiver w where w.row_id = o.row_id)""";

	/**
	 * Something was given back, not taken up by a re-issue, nor given up; of a batch b.
	 */
	static final String FAILED = "exists (select " + GIVEN_BACK + ")";

	/**
	 * Some of it may be paid again: no line of a return stands against the row. Both
	 * sides are found once per batch; asked row by row, the lines of a batch of thousands
	 * would be read thousands of times.
	 */
	static final String FREE_TO_REISSUE = "exists (with given_back as materialized (select o.row_id " + GIVEN_BACK
			+ "), standing as materialized (select lines.row_key from (" + BankRepository.OPEN_LINES
			+ ") lines where lines.batch_id = b.id) select from given_back g join payment_row w on w.id = g.row_id"
			+ " where not exists (select from standing s where s.row_key = w.row_key))";

	private final JdbcClient jdbc;

	BatchQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean isOwed(long enrolmentId) {
		return this.jdbc
			.sql("select exists (select from payment_batch b where "
					+ FAILED.replace("where o.batch_id = b.id",
							"join payment_row r on r.id = o.row_id where o.batch_id = b.id and r.enrolment_id = ?")
					+ ")")
			.param(enrolmentId)
			.query(Boolean.class)
			.single();
	}

	/** Whoever prepares for a school waits for whoever is preparing for it. */
	void oneAtATime(long schoolId) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
			.param("payment_batch:" + schoolId)
			.query(Integer.class)
			.single();
	}

	int countOf(long schoolId, SchoolYear year) {
		return this.jdbc
			.sql("select count(*) from payment_batch where school_id = ? and school_year = ? and original_id is null")
			.params(schoolId, year.firstYear())
			.query(Integer.class)
			.single();
	}

	/**
	 * Counted from the first list, also where a re-issue is issued again: FF-2026-01-B2.
	 */
	String nextReissue(long schoolId, String number) {
		var first = number.replaceFirst("-B\\d.*", "");
		var before = this.jdbc.sql("select count(*) from payment_batch where school_id = ? and number like ?")
			.params(schoolId, first + "-B%")
			.query(Integer.class)
			.single();
		return first + "-B" + (before + 1);
	}

	Optional<Long> openReissueOf(long batchId) {
		return this.jdbc
			.sql("select id from payment_batch where original_id = ? and status in ('PREPARED', 'CHECKED', 'APPROVED')")
			.param(batchId)
			.query(Long.class)
			.optional();
	}

	List<BatchRow> batches() {
		return this.jdbc
			.sql("""
					select b.id, s.name as school_name, b.number, p.name as programme_name, b.school_year, b.term,
						f.name as fund_name, b.payout, b.status, b.returned, b.row_count, b.total, b.created_at, b.prepared_by, b.checked_by,
						coalesce(sum(o.amount) filter (where o.kind = 'PAID' and k.id is null), 0) as paid,
						coalesce(sum(o.amount) filter (where (o.kind = 'FAILED' or k.kind = 'RETURNED') and not exists (select from payment_row n
							join payment_batch again on again.id = n.batch_id
							where n.original_row_id = o.row_id and again.status <> 'VOID')
							and not exists (select from payment_waiver w where w.row_id = o.row_id)), 0) as failed
					from payment_batch b join school s on s.id = b.school_id join programme p on p.id = b.programme_id
						join fund f on f.id = b.fund_id left join payment_settlement o on o.batch_id = b.id
						left join payment_back k on k.row_id = o.row_id
					group by b.id, s.name, p.name, f.name order by b.school_year desc, b.created_at desc, b.id desc
					""")
			.query((row, n) -> new BatchRow(row.getLong("id"), row.getString("school_name"), row.getString("number"),
					row.getString("programme_name"), new SchoolYear(row.getInt("school_year")),
					Term.valueOf(row.getString("term")), row.getString("fund_name"),
					Payout.valueOf(row.getString("payout")), BatchStatus.valueOf(row.getString("status")),
					row.getBoolean("returned"), row.getInt("row_count"), PaymentRepository.yuan(row, "total"),
					PaymentRepository.yuan(row, "paid"), PaymentRepository.yuan(row, "failed"),
					PaymentRepository.time(row, "created_at"), row.getLong("prepared_by"),
					row.getObject("checked_by", Long.class)))
			.list();
	}

	/** The day by which the money of a term is to have arrived. */
	LocalDate due(SchoolYear year, Term term) {
		return this.jdbc.sql("select due_on from payment_term where school_year = ? and term = ?")
			.params(year.firstYear(), term.name())
			.query((row, n) -> row.getObject(1, LocalDate.class))
			.single();
	}

	/** What a school owes of the terms that have begun, by the batch in which it is. */
	List<OwedMoney> owed(long schoolId, LocalDate today) {
		return this.jdbc
			.sql("""
					select w.batch_id, w.due_on, w.term, f.id as fund, count(distinct w.enrolment_id) as pupils, sum(w.amount) as amount
					from payment_owed w left join lateral (select min(f.id) as id from fund f
						where f.school_id = w.school_id and f.programme_id = w.programme_id and f.school_year = w.school_year
						having count(*) = 1) f on true
					where w.school_id = :school and w.school_year >= :since and w.begins_on <= :today
					group by w.batch_id, w.due_on, w.term, f.id order by w.due_on, w.batch_id""")
			.param("school", schoolId)
			.param("since", SchoolYear.of(today).firstYear() - 1)
			.param("today", today)
			.query((row, n) -> new OwedMoney(row.getObject("batch_id", Long.class),
					row.getObject("due_on", LocalDate.class), Term.valueOf(row.getString("term")),
					row.getObject("fund", Long.class), row.getLong("pupils"), PaymentRepository.yuan(row, "amount")))
			.list();
	}

	/**
	 * Of the school's own batches that are not void, the number of the one that lists a
	 * person.
	 */
	Map<Long, Listed> listed(long schoolId, long programmeId, SchoolYear year, Term term, long exceptBatch) {
		var listed = new HashMap<Long, Listed>();
		this.jdbc.sql("""
				select r.person_id, b.number, b.status from payment_row r join payment_batch b on b.id = r.batch_id
				where b.school_id = ? and b.programme_id = ? and b.school_year = ? and b.term = ? and b.status <> 'VOID'
					and b.id <> ?
				""").params(schoolId, programmeId, year.firstYear(), term.name(), exceptBatch).query((row) -> {
			listed.put(row.getLong("person_id"),
					new Listed(row.getString("number"), BatchStatus.valueOf(row.getString("status"))));
		});
		return listed;
	}

	/** On which batch a person stands. */
	record Listed(String number, BatchStatus status) {

		boolean isDraft() {
			return this.status == BatchStatus.PREPARED || this.status == BatchStatus.CHECKED
					|| this.status == BatchStatus.APPROVED;
		}

	}

}
