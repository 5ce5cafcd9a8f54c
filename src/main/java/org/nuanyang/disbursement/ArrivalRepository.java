package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bank's slips say of payments that it called failed first. */
@Repository
class ArrivalRepository {

	/** What waits for a second person: batch, line, and as what the first proposed it. */
	static final String WAITING = """
			select distinct on (p.row_id) p.batch_id, p.line_id, p.done_as from payment_arrival p
			where p.kind = 'PROPOSED'
				and not exists (select from payment_arrival c where c.row_id = p.row_id and c.kind = 'CONFIRMED')
				and not exists (select from bank_line_voiding v where v.line_id = p.line_id and v.kind = 'CONFIRMED')
				and not exists (select from payment_waiver w where w.row_id = p.row_id)
				and not exists (select from payment_row n join payment_batch b on b.id = n.batch_id
					where n.original_row_id = p.row_id and b.status <> 'VOID')
			order by p.row_id, p.id desc""";

	private final JdbcClient jdbc;

	ArrivalRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void propose(PaymentBatch batch, PaymentRow row, Arrival.Proposal proposal, OffsetDateTime at) {
		insert(batch, row, proposal, "PROPOSED", proposal.as(), proposal.byId(), proposal.by(), at);
	}

	void confirm(PaymentBatch batch, PaymentRow row, Arrival.Proposal proposal, Actor actor, OffsetDateTime at) {
		var as = (proposal.as() == Role.OFFICER && actor.is(Role.FINANCE)) ? Role.FINANCE : Role.PRINCIPAL;
		insert(batch, row, proposal, "CONFIRMED", as, actor.userId(), actor.name(), at);
	}

	private void insert(PaymentBatch batch, PaymentRow row, Arrival.Proposal proposal, String kind, Role as, long by,
			String byName, OffsetDateTime at) {
		this.jdbc
			.sql("""
					insert into payment_arrival (id, school_id, batch_id, row_id, line_id, kind, document_no, arrived_on, amount,
						done_as, done_by, done_by_name, done_at)
					values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
			.params(batch.schoolId(), batch.id(), row.id(), proposal.lineId(), kind, proposal.documentNo(),
					proposal.on(), row.amount().amount(), as.name(), by, byName, at)
			.update();
	}

	/** The latest reading of a slip. */
	Optional<Arrival.Proposal> proposal(long rowId) {
		return this.jdbc.sql("""
				select line_id, document_no, arrived_on, done_as, done_by, done_by_name from payment_arrival
				where row_id = ? and kind = 'PROPOSED' order by id desc limit 1
				""")
			.param(rowId)
			.query((row, n) -> new Arrival.Proposal(row.getLong("line_id"), row.getString("document_no"),
					row.getObject("arrived_on", LocalDate.class), Role.valueOf(row.getString("done_as")),
					row.getLong("done_by"), row.getString("done_by_name")))
			.optional();
	}

	Optional<String> confirmedBy(long rowId) {
		return this.jdbc.sql("select done_by_name from payment_arrival where row_id = ? and kind = 'CONFIRMED'")
			.param(rowId)
			.query((row, n) -> row.getString(1))
			.optional();
	}

	/** Whether a re-issue has paid the row again. */
	boolean isPaidAgain(long rowId) {
		return this.jdbc
			.sql("""
					select exists (select from payment_row n join payment_batch b on b.id = n.batch_id and b.status <> 'VOID'
						join payment_settlement o on o.row_id = n.id and o.kind = 'PAID'
					where n.original_row_id = ? and not exists (select from payment_back k where k.row_id = n.id))
					""")
			.param(rowId)
			.query((row, n) -> row.getBoolean(1))
			.single();
	}

	/** What slips say arrived, by row key: one side of the balance strip. */
	Map<String, Yuan> confirmed(long batchId) {
		var arrived = new HashMap<String, Yuan>();
		this.jdbc.sql("""
				select r.row_key, a.amount from payment_arrival a join payment_row r on r.id = a.row_id
				where a.batch_id = ? and a.kind = 'CONFIRMED'
				""").param(batchId).query((row) -> {
			arrived.put(row.getString("row_key"), PaymentRepository.yuan(row, "amount"));
		});
		return arrived;
	}

	/** Those that wait for a second person, and as what the first proposed them. */
	List<Waiting> waiting() {
		return this.jdbc.sql(WAITING)
			.query((row, n) -> new Waiting(row.getLong("batch_id"), row.getLong("line_id"),
					Role.valueOf(row.getString("done_as"))))
			.list();
	}

	/** An arrival that is proposed. */
	record Waiting(long batchId, long lineId, Role as) {

		String path() {
			return "/batches/" + this.batchId + "/return-lines/" + this.lineId;
		}

	}

}
