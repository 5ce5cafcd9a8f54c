package org.nuanyang.disbursement;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did which step of a batch when. */
@Repository
class StepRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	StepRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	void step(PaymentBatch batch, Actor actor, BatchAction action, @Nullable String note, @Nullable String figures,
			OffsetDateTime at) {
		this.template.update(
				"""
						insert into payment_step (id, school_id, batch_id, action, note, figures, done_by, done_by_name, done_at)
						values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				batch.schoolId(), batch.id(), action.name(), note, figures, actor.userId(), actor.name(), at);
	}

	/** What happened to single payments, when no file of the bank said so. */
	List<BatchEvent> events(long batchId) {
		return this.jdbc.sql("""
				select e.*, r.pupil_name, r.amount from (
					select k.row_id, k.kind as what, k.document_no, k.reason, k.recorded_by_name as done_by_name,
						k.recorded_at as done_at
					from payment_back k where k.batch_id = :batch and k.return_id is null
					union all
					select w.row_id, 'WAIVED', '', w.reason, w.decided_by_name, w.decided_at
					from payment_waiver w where w.batch_id = :batch
					union all
					select a.row_id, 'ARRIVED', a.document_no, null, a.done_by_name, a.done_at
					from payment_arrival a where a.batch_id = :batch and a.kind = 'CONFIRMED') e
					join payment_row r on r.id = e.row_id
				order by e.done_at, e.row_id
				""")
			.param("batch", batchId)
			.query((row, n) -> new BatchEvent("disbursement.event." + row.getString("what"),
					row.getString("done_by_name"), "disbursement.event.figures." + row.getString("what"),
					List.of(row.getString("pupil_name"), PaymentRepository.yuan(row, "amount").toString(),
							row.getString("document_no")),
					row.getString("reason"), row.getLong("row_id"), PaymentRepository.time(row, "done_at")))
			.list();
	}

	List<StepRow> steps(long batchId) {
		return this.jdbc.sql("""
				select action, note, figures, done_by, done_by_name, done_at from payment_step
				where batch_id = ? order by done_at, id
				""")
			.param(batchId)
			.query((row, n) -> new StepRow(BatchAction.valueOf(row.getString("action")), row.getString("note"),
					row.getString("figures"), row.getLong("done_by"), row.getString("done_by_name"),
					PaymentRepository.time(row, "done_at")))
			.list();
	}

}
