package org.nuanyang.disbursement;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that go to and come from the bank, kept encrypted and as they were. */
@Repository
class BankRepository {

	private static final String FILE = "bank_file.content";

	private static final String RETURN = "bank_return.content";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Vault vault;

	BankRepository(JdbcClient jdbc, JdbcTemplate template, Vault vault) {
		this.jdbc = jdbc;
		this.template = template;
		this.vault = vault;
	}

	void file(PaymentBatch batch, Actor actor, String format, BankFile file, OffsetDateTime at) {
		this.template.update("""
				insert into bank_file (id, school_id, batch_id, part, format, file_name, sha256, row_count, total,
					content, issued_by, issued_by_name, issued_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", batch.schoolId(), batch.id(), file.part(), format, file.name(), file.sha256(), file.rows(),
				file.total().amount(), this.vault.sealBytes(FILE, file.content()), actor.userId(), actor.name(), at);
	}

	List<FileRow> files(long batchId) {
		return this.jdbc.sql("""
				select id, part, file_name, sha256, row_count, total, issued_by_name, issued_at from bank_file
				where batch_id = ? order by part
				""")
			.param(batchId)
			.query((row, n) -> new FileRow(row.getLong("id"), row.getInt("part"), row.getString("file_name"),
					row.getString("sha256"), row.getInt("row_count"), PaymentRepository.yuan(row, "total"),
					row.getString("issued_by_name"), PaymentRepository.time(row, "issued_at")))
			.list();
	}

	byte[] content(long batchId, long fileId) {
		return this.jdbc.sql("select content from bank_file where batch_id = ? and id = ?")
			.params(batchId, fileId)
			.query((row, n) -> this.vault.openBytes(FILE, row.getBytes(1)))
			.optional()
			.orElseThrow(() -> new NotFound("bank file " + fileId));
	}

	/** The format in which the batch went out, which is the one it comes back in. */
	Optional<String> formatOf(long batchId) {
		return this.jdbc.sql("select format from bank_file where batch_id = ? order by part limit 1")
			.param(batchId)
			.query(String.class)
			.optional();
	}

	Optional<Long> returnWith(long batchId, String sha256) {
		return this.jdbc.sql("select id from bank_return where batch_id = ? and sha256 = ?")
			.params(batchId, sha256)
			.query(Long.class)
			.optional();
	}

	long take(PaymentBatch batch, Actor actor, String fileName, String sha256, byte[] content, OffsetDateTime at) {
		return this.jdbc.sql("""
				insert into bank_return (id, school_id, batch_id, file_name, sha256, content, received_by,
					received_by_name, received_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(batch.schoolId(), batch.id(), fileName, sha256, this.vault.sealBytes(RETURN, content),
					actor.userId(), actor.name(), at)
			.query(Long.class)
			.single();
	}

	void lines(PaymentBatch batch, long returnId, List<ReturnLine> lines) {
		this.template.batchUpdate(
				"""
						insert into bank_return_line (id, school_id, batch_id, return_id, line_no, batch_number, row_key, amount,
							code, result, message, problem)
						values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				lines.stream().map((line) -> values(batch, returnId, line)).toList(),
				new int[] { Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.INTEGER, Types.VARCHAR, Types.VARCHAR,
						Types.NUMERIC, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR });
	}

	private static Object[] values(PaymentBatch batch, long returnId, ReturnLine line) {
		var amount = line.amount();
		var result = line.result();
		var problem = line.problem();
		return new Object[] { batch.schoolId(), batch.id(), returnId, line.lineNo(), line.batchNumber(), line.rowKey(),
				(amount != null) ? amount.amount() : null, line.code(), (result != null) ? result.name() : null,
				line.message(), (problem != null) ? problem.name() : null };
	}

	List<ReturnRow> returns(long batchId) {
		return this.jdbc
			.sql("""
					select r.id, r.file_name, r.sha256, r.received_by_name, r.received_at,
						(select count(*) from payment_outcome o where o.return_id = r.id and o.kind = 'PAID') as paid,
						(select count(*) from payment_outcome o where o.return_id = r.id and o.kind = 'FAILED') as failed,
						(select count(*) from bank_return_line l where l.return_id = r.id and l.problem is not null) as problems
					from bank_return r where r.batch_id = ? order by r.received_at, r.id
					""")
			.param(batchId)
			.query((row, n) -> new ReturnRow(row.getLong("id"), row.getString("file_name"), row.getString("sha256"),
					row.getString("received_by_name"), PaymentRepository.time(row, "received_at"), row.getInt("paid"),
					row.getInt("failed"), row.getInt("problems")))
			.list();
	}

	/** One page of the lines that were not taken. */
	Paged<ProblemRow> problems(long batchId, int page, int size) {
		var total = this.jdbc.sql("select count(*) from bank_return_line where batch_id = ? and problem is not null")
			.param(batchId)
			.query((row, n) -> row.getLong(1))
			.single();
		var rows = this.jdbc.sql("""
				select r.file_name, l.line_no, l.row_key, l.amount, l.code, l.message, l.problem
				from bank_return_line l join bank_return r on r.id = l.return_id
				where l.batch_id = ? and l.problem is not null order by r.received_at, r.id, l.line_no limit ? offset ?
				""").params(batchId, size, Paged.offset(page, size)).query((row, n) -> {
			var amount = row.getBigDecimal("amount");
			return new ProblemRow(row.getString("file_name"), row.getInt("line_no"), row.getString("row_key"),
					(amount != null) ? Yuan.of(amount) : null, row.getString("code"), row.getString("message"),
					ReturnProblem.valueOf(row.getString("problem")));
		}).list();
		return new Paged<>(rows, page, size, total);
	}

	/**
	 * What the bank says it paid and what it says failed, by row key, whatever was made
	 * of it.
	 */
	Map<String, Said> said(long batchId, String batchNumber) {
		var said = new HashMap<String, Said>();
		this.jdbc.sql("""
				select distinct on (row_key) row_key, result, coalesce(amount, 0) as amount from bank_return_line
				where batch_id = ? and batch_number = ? and result is not null and result <> 'PROCESSING'
				order by row_key, (result = 'PAID') desc, id
				""").params(batchId, batchNumber).query((row) -> {
			said.put(row.getString("row_key"),
					new Said(BankResult.valueOf(row.getString("result")), PaymentRepository.yuan(row, "amount")));
		});
		return said;
	}

	/** The bank's own word on a row. */
	record Said(BankResult result, Yuan amount) {

	}

}
