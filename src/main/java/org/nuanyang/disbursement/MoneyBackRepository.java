package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came back after it was paid, and what is demanded back. */
@Repository
class MoneyBackRepository {

	private final JdbcClient jdbc;

	MoneyBackRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	MoneyBack of(long rowId) {
		var recovery = this.jdbc.sql("""
				select id, reason, ordered_by, ordered_by_name, ordered_at, decided_by_name, decided_at
				from payment_recovery where row_id = ?
				""").param(rowId).query(MoneyBackRepository::recovery).optional();
		var returned = this.jdbc.sql("""
				select kind, document_no, came_on, amount, reason, recorded_by_name from payment_back where row_id = ?
				""")
			.param(rowId)
			.query((row, n) -> new MoneyBack.Returned("RECOVERED".equals(row.getString("kind")),
					row.getString("document_no"), row.getObject("came_on", LocalDate.class),
					PaymentRepository.yuan(row, "amount"), row.getString("reason"), row.getString("recorded_by_name")))
			.optional();
		return new MoneyBack(recovery.orElse(null), returned.orElse(null));
	}

	private static MoneyBack.Recovery recovery(ResultSet row, int n) throws SQLException {
		return new MoneyBack.Recovery(row.getLong("id"), row.getString("reason"), row.getLong("ordered_by"),
				row.getString("ordered_by_name"), PaymentRepository.time(row, "ordered_at").toLocalDate(),
				row.getString("decided_by_name"),
				(row.getObject("decided_at") != null) ? PaymentRepository.time(row, "decided_at").toLocalDate() : null);
	}

	void propose(PaymentBatch batch, long rowId, String reason, Actor actor, OffsetDateTime at) {
		this.jdbc.sql("""
				insert into payment_recovery (id, school_id, batch_id, row_id, reason, ordered_by, ordered_by_name,
					ordered_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?)
				""").params(batch.schoolId(), batch.id(), rowId, reason, actor.userId(), actor.name(), at).update();
	}

	void decide(long recoveryId, Actor actor, OffsetDateTime at) {
		this.jdbc.sql("update payment_recovery set decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
			.params(actor.userId(), actor.name(), at, recoveryId)
			.update();
	}

	void cameBack(PaymentBatch batch, PaymentRow row, boolean recovered, MoneyBackForm form, @Nullable Source source,
			Actor actor, OffsetDateTime at) {
		this.jdbc.sql("""
				insert into payment_back (id, school_id, batch_id, row_id, kind, document_no, came_on, amount, reason,
					recorded_by, recorded_by_name, recorded_at, code, return_id)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(batch.schoolId(), batch.id(), row.id(), recovered ? "RECOVERED" : "RETURNED",
					form.document(), form.day(), row.amount().amount(), form.why(), actor.userId(), actor.name(), at,
					(source != null) ? source.code() : null, (source != null) ? source.returnId() : null))
			.update();
	}

	/** The return file that said so, and with which code. */
	record Source(long returnId, String code) {

	}

	/**
	 * What the bank's documents say came back, by row key: one side of the balance strip.
	 */
	Map<String, Came> cameBack(long batchId) {
		var came = new HashMap<String, Came>();
		this.jdbc.sql("""
				select r.row_key, k.kind, k.amount from payment_back k join payment_row r on r.id = k.row_id
				where k.batch_id = ?
				""").param(batchId).query((row) -> {
			came.put(row.getString("row_key"),
					new Came("RECOVERED".equals(row.getString("kind")), PaymentRepository.yuan(row, "amount")));
		});
		return came;
	}

	/** Rows that somebody wants to have back: what comes for them is no plain return. */
	Set<Long> demanded(long batchId) {
		return Set.copyOf(this.jdbc.sql("select row_id from payment_recovery where batch_id = ?")
			.param(batchId)
			.query((row, n) -> row.getLong(1))
			.list());
	}

	/**
	 * Recoveries that nobody has decided yet, or that are decided and have not come in.
	 */
	List<Demand> demands(boolean decided) {
		return this.jdbc
			.sql("""
					select v.batch_id, v.row_id from payment_recovery v
					where (v.decided_by is not null) = ? and not exists (select from payment_back k where k.row_id = v.row_id)
					order by v.id""")
			.param(decided)
			.query((row, n) -> new Demand(row.getLong("batch_id"), row.getLong("row_id")))
			.list();
	}

	/** A payment that somebody wants to have back. */
	record Demand(long batchId, long rowId) {

		String path() {
			return "/batches/" + this.batchId + "/rows/" + this.rowId;
		}

	}

	/** An amount that came back. */
	record Came(boolean recovered, Yuan amount) {

	}

}
