package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a batch page by page, and counts them where they are. */
@Repository
class PaymentReader {

	private static final String STATE = """
			case when o.id is null then 'OPEN' when k.kind = 'RETURNED' then 'FAILED'
				when k.kind = 'RECOVERED' then 'RECOVERED' else o.kind end""";

	private static final String OUTCOMES = """
			from payment_row r left join payment_settlement o on o.row_id = r.id left join payment_back k on k.row_id = r.id
			""";

	/**
	 * The batch stands in the text: a plan that the database kept from small batches
	 * compares, in one of thousands, each row with each outcome.
	 */
	private static final String OF_BATCH = " where r.batch_id = %d";

	private final JdbcClient jdbc;

	PaymentReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of the rows that a filter keeps, in the order of the list. */
	Paged<PaymentRow> page(long batchId, RowFilter filter, int page, int size) {
		var rows = this.jdbc
			.sql("select *, count(*) over () as total from (select " + STATE + " as state, r.* from ("
					+ PaymentRepository.ROWS + ") r left join payment_settlement o on o.row_id = r.id"
					+ " left join payment_back k on k.row_id = r.id) rows where " + filter.condition()
					+ " order by row_no limit :size offset :offset")
			.param("batch", batchId)
			.param("size", size)
			.param("offset", Paged.offset(page, size))
			.query((row, n) -> new Counted(PaymentRepository.row(row, n), row.getLong("total")))
			.list();
		var total = rows.isEmpty() ? 0 : rows.getFirst().total();
		return new Paged<>(rows.stream().map(Counted::row).toList(), page, size, total);
	}

	private record Counted(PaymentRow row, long total) {

	}

	Optional<PaymentRow> row(long batchId, long rowId) {
		return this.jdbc.sql(PaymentRepository.ROWS + " and r.id = :row")
			.param("batch", batchId)
			.param("row", rowId)
			.query(PaymentRepository::row)
			.optional();
	}

	/** The row that a line of the bank names. */
	Optional<PaymentRow> row(long batchId, String rowKey) {
		return this.jdbc.sql(PaymentRepository.ROWS + " and r.row_key = :key")
			.param("batch", batchId)
			.param("key", rowKey)
			.query(PaymentRepository::row)
			.optional();
	}

	BatchFigures figures(long batchId) {
		return new BatchFigures(this.jdbc.sql("""
				select tier, count(*) as n, sum(amount) as due, min(amount) as low, max(amount) as high,
					count(*) filter (where state = 'PAID') as paid_rows,
					coalesce(sum(amount) filter (where state = 'PAID'), 0) as paid,
					count(*) filter (where state = 'FAILED') as failed_rows,
					coalesce(sum(amount) filter (where state = 'FAILED'), 0) as failed,
					count(*) filter (where state = 'FAILED' and not settled) as to_reissue,
					count(*) filter (where state = 'OPEN') as open_rows,
					coalesce(sum(amount) filter (where state = 'RECOVERED'), 0) as recovered
				from (select r.tier, r.amount, %s as state, exists (select from payment_row n
						join payment_batch b on b.id = n.batch_id where n.original_row_id = r.id and b.status <> 'VOID')
						or exists (select from payment_waiver w where w.row_id = r.id) as settled %s) rows
				group by tier order by case tier when 'ONE' then 1 when 'TWO' then 2 else 3 end
				""".formatted(STATE, OUTCOMES + OF_BATCH.formatted(batchId))).query(PaymentReader::tier).list());
	}

	private static BatchFigures.TierLine tier(ResultSet row, int n) throws SQLException {
		var low = PaymentRepository.yuan(row, "low");
		return new BatchFigures.TierLine(Tier.valueOf(row.getString("tier")),
				Objects.equals(low, PaymentRepository.yuan(row, "high")) ? low : null, row.getInt("n"),
				PaymentRepository.yuan(row, "due"), row.getInt("paid_rows"), PaymentRepository.yuan(row, "paid"),
				row.getInt("failed_rows"), PaymentRepository.yuan(row, "failed"), row.getInt("to_reissue"),
				row.getInt("open_rows"), PaymentRepository.yuan(row, "recovered"));
	}

	/** What the balance strip needs of every row. */
	List<BatchStrip.Listed> listed(long batchId) {
		return this.jdbc
			.sql("select r.id, r.row_key, r.pupil_name, r.amount, " + STATE + " = 'PAID' as paid " + OUTCOMES
					+ OF_BATCH.formatted(batchId))
			.query((row, n) -> new BatchStrip.Listed(row.getLong("id"), row.getString("row_key"),
					row.getString("pupil_name"), PaymentRepository.yuan(row, "amount"), row.getBoolean("paid")))
			.list();
	}

	/** Whom the free money does not reach when it is handed out from the top. */
	Uncovered uncovered(long batchId, Yuan free, int first) {
		var rows = this.jdbc.sql("""
				select pupil_name, class_name, amount, count(*) over () as total
				from (select r.*, sum(r.amount) over (order by r.row_no) as spent from payment_row r
					where r.batch_id = :batch) rows
				where spent > :free order by row_no limit :first
				""")
			.param("batch", batchId)
			.param("free", free.amount())
			.param("first", first)
			.query((row, n) -> new Uncovered(row.getInt("total"),
					List.of(new Uncovered.One(row.getString("pupil_name"), row.getString("class_name"),
							PaymentRepository.yuan(row, "amount")))))
			.list();
		return rows.isEmpty() ? Uncovered.NOBODY
				: new Uncovered(rows.getFirst().count(), rows.stream().flatMap((one) -> one.first().stream()).toList());
	}

	List<PaymentRow> sheet(long batchId, @Nullable Integer grade, @Nullable Long ofClass) {
		return this.jdbc.sql(PaymentRepository.ROWS + """
				and (cast(:grade as integer) is null or r.grade_number = :grade)
				and (cast(:class as bigint) is null or r.class_id = :class) order by r.row_no""")
			.param("batch", batchId)
			.param("grade", grade, Types.INTEGER)
			.param("class", ofClass, Types.BIGINT)
			.query(PaymentRepository::row)
			.list();
	}

	List<ClassSum> classes(long batchId) {
		return this.jdbc.sql("""
				select grade_number, class_id, class_name, count(*) as n, sum(amount) as total,
					sum(amount) filter (where state = 'PAID') as paid
				from (select r.grade_number, r.class_id, r.class_name, r.row_no, r.amount, %s as state %s) rows
				group by grade_number, class_id, class_name order by min(row_no)
				""".formatted(STATE, OUTCOMES + OF_BATCH.formatted(batchId)))
			.query((row, n) -> new ClassSum(row.getInt("grade_number"), row.getLong("class_id"),
					row.getString("class_name"), row.getInt("n"), PaymentRepository.yuan(row, "total"),
					(row.getBigDecimal("paid") != null) ? PaymentRepository.yuan(row, "paid") : null))
			.list();
	}

	/**
	 * Whose new account waits for a second person, while the list has the old one.
	 */
	List<String> accountsWaiting(long batchId) {
		return this.jdbc
			.sql("""
					select r.pupil_name from payment_row r
						join payee p on p.enrolment_id = r.enrolment_id and p.school_id = r.school_id and p.status = 'PENDING'
					where r.batch_id = ? and r.masked_account <> '' order by r.row_no
					""")
			.param(batchId)
			.query(String.class)
			.list();
	}

	/** One page of those who are not on the list. */
	Paged<LeftOut> leftOut(long batchId, int page, int size) {
		var total = this.jdbc.sql("select count(*) from payment_left_out where batch_id = ?")
			.param(batchId)
			.query((row, n) -> row.getLong(1))
			.single();
		var rows = this.jdbc.sql("""
				select enrolment_id, pupil_name, class_name, amount, reason, detail from payment_left_out
				where batch_id = ? order by id limit ? offset ?
				""")
			.params(batchId, size, Paged.offset(page, size))
			.query((row, n) -> new LeftOut(row.getLong("enrolment_id"), row.getString("pupil_name"),
					row.getString("class_name"), PaymentRepository.yuan(row, "amount"),
					LeftOutReason.valueOf(row.getString("reason")), row.getString("detail")))
			.list();
		return new Paged<>(rows, page, size, total);
	}

}
