package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.List;

import org.nuanyang.fund.Outstanding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Batches whose file had left by a day, or whose money was locked to be handed out, and
 * whose payments were not all booked by then.
 */
@Repository
class OutstandingBatches implements Outstanding {

	private final JdbcClient jdbc;

	OutstandingBatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Item> at(long fundId, LocalDate day) {
		return this.jdbc
			.sql("""
					select b.id, b.number, count(*) as persons, sum(r.amount) as amount,
						coalesce(sum(r.amount) filter (where o.kind = 'PAID' and o.settled_on <= :day), 0) as settled
					from payment_batch b join payment_row r on r.batch_id = b.id
						left join payment_settlement o on o.row_id = r.id
					where b.fund_id = :fund and b.status <> 'VOID' and (exists (select from bank_file f where f.batch_id = b.id
							and (f.issued_at at time zone 'Asia/Shanghai')::date <= :day)
						or b.payout <> 'BANK' and exists (select from payment_step s where s.batch_id = b.id and s.action = 'LOCK'
							and (s.done_at at time zone 'Asia/Shanghai')::date <= :day))
						and (o.id is null or (o.recorded_at at time zone 'Asia/Shanghai')::date > :day)
					group by b.id, b.number order by b.number
					""")
			.param("fund", fundId)
			.param("day", day)
			.query((row, n) -> new Item(row.getString("number"), "/batches/" + row.getLong("id"), row.getInt("persons"),
					PaymentRepository.yuan(row, "amount"), PaymentRepository.yuan(row, "settled")))
			.list();
	}

}
