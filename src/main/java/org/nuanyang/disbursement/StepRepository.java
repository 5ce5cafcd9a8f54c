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
