package org.nuanyang.disbursement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
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

	private static final String PROBLEMS = """
			select l.id, r.file_name, l.line_no, l.row_key, l.amount, l.code, l.result, l.message, l.problem,
				exists (select from bank_return_line a where a.batch_id = l.batch_id and a.row_key = l.row_key
					and a.id > l.id and a.problem is null and a.result <> 'PROCESSING') as overtaken,
				l.result = 'PAID' and l.problem in ('CONTRADICTS', 'TWICE') and exists (select from payment_arrival a
					join payment_row w on w.id = a.row_id where a.kind = 'CONFIRMED' and a.batch_id = l.batch_id
						and w.row_key = l.row_key) as arrived,
				p.reason, p.done_by as explained_by_id, p.done_by_name as explained_by, c.done_by_name as voided_by
			from bank_return_line l join bank_return r on r.id = l.return_id
				left join lateral (select v.reason, v.done_by, v.done_by_name from bank_line_voiding v
					where v.line_id = l.id and v.kind = 'PROPOSED' order by v.id desc limit 1) p on true
				left join bank_line_voiding c on c.line_id = l.id and c.kind = 'CONFIRMED'
			""";

	private static final String DOUBTS = Arrays.stream(ReturnProblem.values())
		.filter(ReturnProblem::isDoubt)
		.map("'%s'"::formatted)
		.collect(Collectors.joining(", "));

	/** Lines that stand against their batches. */
	static final String OPEN_LINES = "select * from (" + PROBLEMS.replace("select l.id,", "select l.id, l.batch_id,")
			+ " where l.problem in (" + DOUBTS + ") or l.problem = 'UNREADABLE' and l.result = 'PAID') doubted"
			+ " where voided_by is null and not overtaken and arrived is not true";

	private static final String UNMATCHED = "select * from ("
			+ PROBLEMS.replace("select l.id,", "select l.id, l.batch_id, l.return_id,")
			+ " where l.batch_id = ? and l.problem = 'UNKNOWN_ROW') lines where voided_by is null and not overtaken";

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
						(select count(*) from payment_outcome o where o.return_id = r.id and o.kind = 'FAILED')
							+ (select count(*) from payment_back k where k.return_id = r.id) as failed,
						(select count(*) from bank_return_line l where l.return_id = r.id) as lines,
						(select count(*) from bank_return_line l where l.return_id = r.id and l.problem is not null) as problems
					from bank_return r where r.batch_id = ? order by r.received_at, r.id
					""")
			.param(batchId)
			.query((row, n) -> new ReturnRow(row.getLong("id"), row.getString("file_name"), row.getString("sha256"),
					row.getString("received_by_name"), PaymentRepository.time(row, "received_at"), row.getInt("paid"),
					row.getInt("failed"), row.getInt("problems"), row.getInt("lines")))
			.list();
	}

	/** One page of the lines that were not taken. */
	Paged<ProblemRow> problems(long batchId, int page, int size) {
		var total = this.jdbc.sql("select count(*) from bank_return_line where batch_id = ? and problem is not null")
			.param(batchId)
			.query((row, n) -> row.getLong(1))
			.single();
		var rows = this.jdbc
			.sql(PROBLEMS + " where l.batch_id = ? and l.problem is not null order by l.id limit ? offset ?")
			.params(batchId, size, Paged.offset(page, size))
			.query(BankRepository::problem)
			.list();
		return new Paged<>(rows, page, size, total);
	}

	/** The lines that stand against the batch: nobody knows yet what they mean. */
	List<ProblemRow> doubts(long batchId) {
		return this.jdbc.sql(PROBLEMS + " where l.batch_id = ? and l.problem is not null order by l.id")
			.param(batchId)
			.query(BankRepository::problem)
			.list()
			.stream()
			.filter(ProblemRow::isOpen)
			.toList();
	}

	/**
	 * Lines that stand against their batches, by batch: those that finance has explained
	 * and that wait for a second person, or those that nobody has explained yet, nor said
	 * to have arrived.
	 */
	Map<Long, Long> open(boolean explained) {
		var waiting = new java.util.TreeMap<Long, Long>();
		this.jdbc.sql("select batch_id, count(*) as n from (" + OPEN_LINES + ") lines where "
				+ (explained ? "reason is not null"
						: "reason is null and not exists (select from payment_arrival a where a.line_id = lines.id)")
				+ " group by batch_id")
			.query((row) -> {
				waiting.put(row.getLong("batch_id"), row.getLong("n"));
			});
		return waiting;
	}

	private static List<String> texts(@Nullable Array texts) throws SQLException {
		return (texts != null) ? List.of((String[]) texts.getArray()) : List.of();
	}

	/** Those of each return that nothing on the list answers to and that still stand. */
	List<UnmatchedLines> unmatched(long batchId, long reader) {
		return this.jdbc.sql("select r.id, r.file_name, count(*) filter (where u.reason is null) as open,"
				+ " count(u.reason) as explained, count(*) filter (where u.explained_by_id = ?) as own,"
				+ " array_agg(distinct u.reason || '（' || u.explained_by || '）') filter (where u.reason is not null) as reasons"
				+ " from (" + UNMATCHED + ") u join bank_return r on r.id = u.return_id"
				+ " group by r.id, r.file_name, r.received_at order by r.received_at, r.id")
			.params(reader, batchId)
			.query((row, n) -> new UnmatchedLines(row.getLong("id"), row.getString("file_name"), row.getInt("open"),
					row.getInt("explained"), row.getInt("own"), texts(row.getArray("reasons"))))
			.list();
	}

	/**
	 * Writes down for all such lines of a return what they are, or that a second person
	 * agrees with what another wrote.
	 * @return how many
	 */
	int voidAll(PaymentBatch batch, long returnId, @Nullable String reason, Actor actor, OffsetDateTime at) {
		return this.jdbc
			.sql("""
					insert into bank_line_voiding (id, school_id, batch_id, line_id, kind, reason, done_by, done_by_name,
						done_at)
					select nextval('id_seq'), ?, u.batch_id, u.id, ?, ?, ?, ?, ? from ("""
					+ UNMATCHED + ") u" + " where u.return_id = ? and "
					+ ((reason != null) ? "u.reason is null" : "u.reason is not null and u.explained_by_id <> ?"))
			.params(Stream
				.concat(Arrays
					.stream(new @Nullable Object[] { batch.schoolId(), (reason != null) ? "PROPOSED" : "CONFIRMED",
							reason, actor.userId(), actor.name(), at, batch.id(), returnId }),
						(reason != null) ? Stream.empty() : Stream.of(actor.userId()))
				.toList())
			.update();
	}

	ProblemRow problem(long batchId, long lineId) {
		return this.jdbc.sql(PROBLEMS + " where l.batch_id = ? and l.id = ? and l.problem is not null")
			.params(batchId, lineId)
			.query(BankRepository::problem)
			.optional()
			.orElseThrow(() -> new NotFound("return line " + lineId));
	}

	private static ProblemRow problem(ResultSet row, int n) throws SQLException {
		var amount = row.getBigDecimal("amount");
		var result = row.getString("result");
		return new ProblemRow(row.getLong("id"), row.getString("file_name"), row.getInt("line_no"),
				row.getString("row_key"), (amount != null) ? Yuan.of(amount) : null, row.getString("code"),
				(result != null) ? BankResult.valueOf(result) : null, row.getString("message"),
				ReturnProblem.valueOf(row.getString("problem")), row.getBoolean("overtaken"), row.getBoolean("arrived"),
				row.getString("reason"), row.getObject("explained_by_id", Long.class), row.getString("explained_by"),
				row.getString("voided_by"));
	}

	/**
	 * Writes down why a line is void, or that a second person agrees where no reason is
	 * given.
	 */
	void voiding(PaymentBatch batch, long lineId, @Nullable String reason, Actor actor, OffsetDateTime at) {
		this.template.update("""
				insert into bank_line_voiding (id, school_id, batch_id, line_id, kind, reason, done_by, done_by_name,
					done_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?)
				""", batch.schoolId(), batch.id(), lineId, (reason != null) ? "PROPOSED" : "CONFIRMED", reason,
				actor.userId(), actor.name(), at);
	}

	/**
	 * What the bank says it paid and what it says failed, by row key, in the lines that
	 * were taken; what was booked of it plays no part.
	 */
	Map<String, Said> said(long batchId, String batchNumber) {
		var said = new HashMap<String, Said>();
		this.jdbc.sql("""
				select distinct on (row_key) row_key, result, coalesce(amount, 0) as amount from bank_return_line
				where batch_id = ? and batch_number = ? and problem is null and result is not null
					and result <> 'PROCESSING'
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
