package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who signed for what, as the scanned sheet says. */
@Repository
class SignatureRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	SignatureRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	long record(PaymentBatch batch, Actor actor, LocalDate signedOn, List<Mark> marks, OffsetDateTime at) {
		var id = this.jdbc
			.sql("""
					insert into signature_record (id, school_id, batch_id, signed_on, recorded_by, recorded_by_name, recorded_at)
					values (nextval('id_seq'), ?, ?, ?, ?, ?, ?) returning id
					""")
			.params(batch.schoolId(), batch.id(), signedOn, actor.userId(), actor.name(), at)
			.query(Long.class)
			.single();
		this.template.batchUpdate("""
				insert into signature_line (id, school_id, batch_id, record_id, row_id, row_key, signed, amount)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?)
				""",
				marks.stream()
					.map((mark) -> new Object[] { batch.schoolId(), batch.id(), id, mark.row().id(),
							mark.row().rowKey(), mark.signed(), mark.row().amount().amount() })
					.toList());
		return id;
	}

	/** One row of the sheet. */
	record Mark(PaymentRow row, boolean signed) {

	}

	Optional<SignatureSheet> sheet(long batchId) {
		return this.jdbc
			.sql("""
					select s.signed_on, s.recorded_by_name, s.recorded_at, count(*) filter (where l.signed) as signed,
						coalesce(sum(l.amount) filter (where l.signed), 0) as amount, count(*) filter (where not l.signed) as unsigned
					from signature_record s join signature_line l on l.record_id = s.id where s.batch_id = ? group by s.id
					""")
			.param(batchId)
			.query((row, n) -> new SignatureSheet(row.getObject("signed_on", LocalDate.class),
					row.getString("recorded_by_name"), PaymentRepository.time(row, "recorded_at"), row.getInt("signed"),
					PaymentRepository.yuan(row, "amount"), row.getInt("unsigned")))
			.optional();
	}

	/** What the sheet says of each row; what was booked of it plays no part. */
	Map<String, BankRepository.Said> said(long batchId) {
		var said = new HashMap<String, BankRepository.Said>();
		this.jdbc.sql("select row_key, signed, amount from signature_line where batch_id = ?")
			.param(batchId)
			.query((row) -> {
				said.put(row.getString("row_key"),
						new BankRepository.Said(row.getBoolean("signed") ? BankResult.PAID : BankResult.NOT_SIGNED,
								PaymentRepository.yuan(row, "amount")));
			});
		return said;
	}

}
