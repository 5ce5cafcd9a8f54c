package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.programme.Tier;
import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The frozen rows of a batch and what became of them. All of it is inserted and none of
 * it changed.
 */
@Repository
class PaymentRepository {

	static final String ACCOUNT = "payment_row.account";

	private static final int CHUNK = 500;

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static final String ROWS = """
			select r.id, r.batch_id, r.row_no, r.row_key, r.enrolment_id, r.payee_id, r.pupil_name, r.sex, r.masked_id, r.class_id,
				r.class_name, r.tier, r.amount, r.holder, r.relation, r.bank_name, r.masked_account,
				coalesce(k.kind, o.result) as result, case when k.id is null then o.code else k.code end as code, coalesce(k.reason, o.message) as message, o.settled_on,
				(select b.number from payment_row n join payment_batch b on b.id = n.batch_id
					where n.original_row_id = r.id and b.status <> 'VOID' limit 1) as reissued_in,
				k.id is not null as came_back, (select w.reason from payment_waiver w where w.row_id = r.id) as waived
			from payment_row r left join payment_settlement o on o.row_id = r.id left join payment_back k on k.row_id = r.id
			where r.batch_id = :batch
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Vault vault;

	PaymentRepository(JdbcClient jdbc, JdbcTemplate template, Vault vault) {
		this.jdbc = jdbc;
		this.template = template;
		this.vault = vault;
	}

	/** Replaces the list of a batch that is being prepared. */
	void replace(PaymentBatch batch, List<ListRow> rows, List<LeftOut> leftOut, IntConsumer progress) {
		this.jdbc.sql("delete from payment_row where batch_id = ?").param(batch.id()).update();
		this.jdbc.sql("delete from payment_left_out where batch_id = ?").param(batch.id()).update();
		var numbered = new java.util.ArrayList<Object[]>(rows.size());
		for (var row : rows) {
			numbered.add(values(batch, row, numbered.size() + 1));
		}
		inChunks("""
				insert into payment_row (id, school_id, batch_id, row_no, row_key, enrolment_id, person_id, award_id,
					payee_id, original_row_id, pupil_name, sex, masked_id, grade_number, class_id, class_name, tier,
					amount, holder, relation, bank_name, account, masked_account)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", numbered, progress);
		this.template.batchUpdate("""
				insert into payment_left_out (id, school_id, batch_id, enrolment_id, pupil_name, class_name, amount,
					reason, detail) values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?)
				""",
				leftOut.stream()
					.map((out) -> new Object[] { batch.schoolId(), batch.id(), out.enrolmentId(), out.name(),
							out.className(), out.amount().amount(), out.reason().name(), out.detail() })
					.toList());
	}

	/** Many rows in few round trips, and a word now and then on how far it is. */
	private void inChunks(String sql, List<Object[]> rows, IntConsumer progress) {
		for (var from = 0; from < rows.size(); from += CHUNK) {
			var to = Math.min(rows.size(), from + CHUNK);
			this.template.batchUpdate(sql, rows.subList(from, to));
			progress.accept(to);
		}
	}

	private Object[] values(PaymentBatch batch, ListRow row, int number) {
		var pupil = row.pupil();
		// By hand it is the pupil who is paid, at no bank.
		var payee = row.payee();
		var account = row.account();
		return new Object[] { batch.schoolId(), batch.id(), number, "%06d".formatted(number), pupil.id(),
				pupil.personId(), row.award().awardId(), (payee != null) ? payee.id() : null, row.originalRowId(),
				pupil.name(), pupil.sex().name(), pupil.maskedId(), pupil.gradeNumber(), pupil.classId(),
				pupil.fullClass(), row.award().tier().name(), row.award().amount().amount(),
				(payee != null) ? payee.holder() : pupil.name(),
				((payee != null) ? payee.relation() : PayeeRelation.SELF).name(),
				(payee != null) ? payee.bankName() : "",
				(account != null) ? this.vault.seal(ACCOUNT, account.number()) : null,
				(account != null) ? account.masked() : "" };
	}

	List<PaymentRow> rows(long batchId) {
		return this.jdbc.sql(ROWS + " order by r.row_no").param("batch", batchId).query(PaymentRepository::row).list();
	}

	/** Rows whose names have characters that some encoding may lack. */
	List<PaymentRow> rareNames(long batchId) {
		return this.jdbc.sql(ROWS + " and r.holder || r.bank_name ~ '[^\\u4e00-\\u9fa5A-Za-z0-9()]' order by r.row_no")
			.param("batch", batchId)
			.query(PaymentRepository::row)
			.list();
	}

	static PaymentRow row(ResultSet row, int n) throws SQLException {
		var result = row.getString("result");
		return new PaymentRow(row.getLong("id"), row.getInt("row_no"), row.getString("row_key"),
				row.getLong("enrolment_id"), row.getLong("payee_id"), row.getString("pupil_name"),
				Sex.valueOf(row.getString("sex")), row.getString("masked_id"), row.getLong("class_id"),
				row.getString("class_name"), Tier.valueOf(row.getString("tier")), yuan(row, "amount"),
				row.getString("holder"), PayeeRelation.valueOf(row.getString("relation")), row.getString("bank_name"),
				row.getString("masked_account"), (result != null) ? BankResult.valueOf(result) : null,
				row.getString("code"), row.getString("message"), row.getObject("settled_on", LocalDate.class),
				row.getBoolean("came_back"), row.getString("reissued_in"), row.getString("waived"));
	}

	List<Long> payees(long batchId) {
		return this.jdbc.sql("select payee_id from payment_row where batch_id = ? and payee_id is not null")
			.param(batchId)
			.query((row, n) -> row.getLong(1))
			.list();
	}

	/** The account numbers of a batch in full, by row. */
	Map<Long, String> accounts(long batchId) {
		var accounts = new HashMap<Long, String>();
		this.jdbc.sql("select id, account from payment_row where batch_id = ? and account is not null")
			.param(batchId)
			.query((row) -> {
				accounts.put(row.getLong("id"), this.vault.open(ACCOUNT, row.getBytes("account")));
			});
		return accounts;
	}

	/**
	 * Keeps the awards and the accounts of a list as they are until the transaction ends,
	 * each table in the order of its keys so that nobody waits in a ring.
	 */
	void holdStill(long batchId) {
		for (var held : List.of("award where id in (select award_id", "payee where id in (select payee_id")) {
			this.jdbc.sql("select id from " + held + " from payment_row where batch_id = ?) order by id for share")
				.param(batchId)
				.query((row) -> {
				});
		}
	}

	boolean hasSignedSheets(long batchId) {
		return this.jdbc
			.sql("select exists (select from attachment where owner_type = ? and owner_id = ? and removed_at is null)")
			.params(SignatureService.OWNER, batchId)
			.query(Boolean.class)
			.single();
	}

	/** What is frozen of an award in each row: to be compared with what holds now. */
	List<Frozen> frozen(long batchId) {
		return this.jdbc
			.sql("""
					select r.id, r.enrolment_id, r.person_id, r.award_id, r.payee_id, o.row_key as original_key, r.pupil_name,
						r.tier, r.amount
					from payment_row r left join payment_row o on o.id = r.original_row_id where r.batch_id = ? order by r.row_no
					""")
			.param(batchId)
			.query((row, n) -> new Frozen(row.getLong("id"), row.getLong("enrolment_id"), row.getLong("person_id"),
					row.getLong("award_id"), row.getLong("payee_id"), row.getString("original_key"),
					row.getString("pupil_name"), Tier.valueOf(row.getString("tier")), yuan(row, "amount")))
			.list();
	}

	/** The frozen figures of a row; the key of the row that it pays again, or null. */
	record Frozen(long id, long enrolmentId, long personId, long awardId, long payeeId, @Nullable String originalKey,
			String name, Tier tier, Yuan amount) {

	}

	void outcomes(PaymentBatch batch, long returnId, Actor actor, List<Outcome> outcomes, OffsetDateTime at,
			IntConsumer progress) {
		outcomes("return_id", batch, returnId, actor, outcomes, at, progress);
	}

	/** What the signed sheet made of the rows. */
	void signed(PaymentBatch batch, long signatureId, Actor actor, List<Outcome> outcomes, OffsetDateTime at) {
		outcomes("signature_id", batch, signatureId, actor, outcomes, at, (done) -> {
		});
	}

	private void outcomes(String source, PaymentBatch batch, long sourceId, Actor actor, List<Outcome> outcomes,
			OffsetDateTime at, IntConsumer progress) {
		inChunks("""
				insert into payment_outcome (id, school_id, batch_id, row_id, %s, kind, result, code, message, amount,
					settled_on, recorded_by, recorded_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""".formatted(source),
				outcomes.stream()
					.map((outcome) -> new Object[] { batch.schoolId(), batch.id(), outcome.rowId(), sourceId,
							outcome.result().isPaid() ? "PAID" : "FAILED", outcome.result().name(), outcome.code(),
							outcome.message(), outcome.amount().amount(), outcome.on(), actor.userId(), at })
					.toList(),
				progress);
	}

	/** What happened to the payments of one pupil, for the pupil's file. */
	List<PupilPayment> ofPupil(long enrolmentId) {
		return this.jdbc
			.sql("""
					select b.id, r.id as row_id, b.school_year, b.term, p.name as programme_name, r.amount, v.kind,
						v.happened_on, v.note, exists (select from payment_row n join payment_batch again on again.id = n.batch_id
							where n.original_row_id = r.id and again.status <> 'VOID')
							or exists (select from payment_waiver w where w.row_id = r.id)
							or exists (select from payment_arrival a where a.row_id = r.id and a.kind = 'CONFIRMED') as settled
					from (select o.row_id, o.kind, o.settled_on as happened_on, o.recorded_at, null as note from payment_outcome o
							union all
							select a.row_id, 'PAID', a.arrived_on, a.done_at, null from payment_arrival a where a.kind = 'CONFIRMED'
							union all
							select k.row_id, k.kind, k.came_on, k.recorded_at, null from payment_back k
							union all
							select w.row_id, 'WAIVED', (w.decided_at at time zone 'Asia/Shanghai')::date, w.decided_at, w.reason
							from payment_waiver w) v
						join payment_row r on r.id = v.row_id join payment_batch b on b.id = r.batch_id
						join programme p on p.id = b.programme_id
					where r.enrolment_id = ? order by v.happened_on, v.recorded_at, r.id
					""")
			.param(enrolmentId)
			.query((row, n) -> new PupilPayment(row.getLong("id"), row.getLong("row_id"),
					row.getString("programme_name"), new SchoolYear(row.getInt("school_year")),
					Term.valueOf(row.getString("term")), yuan(row, "amount"), row.getString("kind"),
					row.getBoolean("settled"), row.getObject("happened_on", LocalDate.class), row.getString("note")))
			.list();
	}

	/**
	 * What happened to one payment of a pupil.
	 *
	 * @param settled nobody waits for its re-issue any more
	 * @param note why it is given up, or null
	 */
	record PupilPayment(long batchId, long rowId, String programmeName, SchoolYear year, Term term, Yuan amount,
			String kind, boolean settled, LocalDate on, @Nullable String note) {

		/** What failed or was sent back waits for a re-issue until that is settled. */
		String messageKey() {
			var done = this.settled && (this.kind.equals("FAILED") || this.kind.equals("RETURNED"));
			return "disbursement.file." + this.kind + (done ? ".done" : "");
		}

	}

	static Yuan yuan(ResultSet row, String column) throws SQLException {
		return Yuan.of(row.getBigDecimal(column));
	}

	static ZonedDateTime time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(ZONE);
	}

}
