package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * What hangs on a batch: frozen rows, claims, steps and outcomes. All of it is inserted
 * and none of it changed.
 */
@Repository
class PaymentRepository {

	static final String ACCOUNT = "payment_row.account";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final String ROWS = """
			select r.id, r.row_no, r.row_key, r.enrolment_id, r.payee_id, r.pupil_name, r.sex, r.masked_id, r.class_id,
				r.class_name, r.tier, r.amount, r.holder, r.relation, r.bank_name, r.masked_account,
				o.result, o.message, o.settled_on,
				(select b.number from payment_row n join payment_batch b on b.id = n.batch_id
					where n.original_row_id = r.id and b.status <> 'VOID' limit 1) as reissued_in
			from payment_row r left join payment_outcome o on o.row_id = r.id
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

	/** Whoever prepares for a school waits for whoever is preparing for it. */
	void oneAtATime(long schoolId) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
			.param("payment_batch:" + schoolId)
			.query(Integer.class)
			.single();
	}

	int countOf(long schoolId, SchoolYear year) {
		return this.jdbc
			.sql("select count(*) from payment_batch where school_id = ? and school_year = ? and original_id is null")
			.params(schoolId, year.firstYear())
			.query(Integer.class)
			.single();
	}

	int reissuesOf(long batchId) {
		return this.jdbc.sql("select count(*) from payment_batch where original_id = ?")
			.param(batchId)
			.query(Integer.class)
			.single();
	}

	Optional<Long> openReissueOf(long batchId) {
		return this.jdbc
			.sql("select id from payment_batch where original_id = ? and status in ('PREPARED', 'CHECKED', 'APPROVED')")
			.param(batchId)
			.query(Long.class)
			.optional();
	}

	List<BatchRow> batches() {
		return this.jdbc.sql("""
				select b.id, s.name as school_name, b.number, p.name as programme_name, b.school_year, b.term,
					f.name as fund_name, b.status, b.row_count, b.total, b.created_at,
					coalesce(sum(o.amount) filter (where o.kind = 'PAID'), 0) as paid,
					coalesce(sum(o.amount) filter (where o.kind = 'FAILED' and not exists (select from payment_row n
						join payment_batch again on again.id = n.batch_id
						where n.original_row_id = o.row_id and again.status <> 'VOID')), 0) as failed
				from payment_batch b join school s on s.id = b.school_id join programme p on p.id = b.programme_id
					join fund f on f.id = b.fund_id left join payment_outcome o on o.batch_id = b.id
				group by b.id, s.name, p.name, f.name order by b.school_year desc, b.created_at desc, b.id desc
				""")
			.query((row, n) -> new BatchRow(row.getLong("id"), row.getString("school_name"), row.getString("number"),
					row.getString("programme_name"), new SchoolYear(row.getInt("school_year")),
					Term.valueOf(row.getString("term")), row.getString("fund_name"),
					BatchStatus.valueOf(row.getString("status")), row.getInt("row_count"), yuan(row, "total"),
					yuan(row, "paid"), yuan(row, "failed"), time(row, "created_at")))
			.list();
	}

	/**
	 * Of these people, who is already paid for the programme and term, here or elsewhere.
	 */
	Set<Long> claimsTaken(long programmeId, SchoolYear year, Term term, Collection<Long> personIds) {
		return Set.copyOf(this.jdbc.sql("select claims_taken(?, ?, ?, ?)")
			.params(programmeId, year.firstYear(), term.name(), personIds.toArray(Long[]::new))
			.query((row, n) -> row.getLong(1))
			.list());
	}

	/**
	 * Of the school's own batches that are not void, the number of the one that lists a
	 * person.
	 */
	Map<Long, Listed> listed(long schoolId, long programmeId, SchoolYear year, Term term, long exceptBatch) {
		var listed = new HashMap<Long, Listed>();
		this.jdbc.sql("""
				select r.person_id, b.number, b.status from payment_row r join payment_batch b on b.id = r.batch_id
				where b.school_id = ? and b.programme_id = ? and b.school_year = ? and b.term = ? and b.status <> 'VOID'
					and b.id <> ?
				""").params(schoolId, programmeId, year.firstYear(), term.name(), exceptBatch).query((row) -> {
			listed.put(row.getLong("person_id"),
					new Listed(row.getString("number"), BatchStatus.valueOf(row.getString("status"))));
		});
		return listed;
	}

	/** On which batch a person stands. */
	record Listed(String number, BatchStatus status) {

		boolean isDraft() {
			return this.status == BatchStatus.PREPARED || this.status == BatchStatus.CHECKED
					|| this.status == BatchStatus.APPROVED;
		}

	}

	/** Replaces the list of a batch that is being prepared. */
	void replace(PaymentBatch batch, List<ListRow> rows, List<LeftOut> leftOut) {
		this.jdbc.sql("delete from payment_row where batch_id = ?").param(batch.id()).update();
		this.jdbc.sql("delete from payment_left_out where batch_id = ?").param(batch.id()).update();
		var numbered = new java.util.ArrayList<Object[]>(rows.size());
		for (var row : rows) {
			numbered.add(values(batch, row, numbered.size() + 1));
		}
		this.template.batchUpdate("""
				insert into payment_row (id, school_id, batch_id, row_no, row_key, enrolment_id, person_id, award_id,
					payee_id, original_row_id, pupil_name, sex, masked_id, grade_number, class_id, class_name, tier,
					amount, holder, relation, bank_name, account, masked_account)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", numbered);
		this.template.batchUpdate("""
				insert into payment_left_out (id, school_id, batch_id, enrolment_id, pupil_name, class_name, amount,
					reason, detail) values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?)
				""",
				leftOut.stream()
					.map((out) -> new Object[] { batch.schoolId(), batch.id(), out.enrolmentId(), out.name(),
							out.className(), out.amount().amount(), out.reason().name(), out.detail() })
					.toList());
	}

	private Object[] values(PaymentBatch batch, ListRow row, int number) {
		var pupil = row.pupil();
		var payee = row.payee();
		return new Object[] { batch.schoolId(), batch.id(), number, "%06d".formatted(number), pupil.id(),
				pupil.personId(), row.award().awardId(), payee.id(), row.originalRowId(), pupil.name(),
				pupil.sex().name(), pupil.maskedId(), pupil.gradeNumber(), pupil.classId(), pupil.fullClass(),
				row.award().tier().name(), row.award().amount().amount(), payee.holder(), payee.relation().name(),
				payee.bankName(), this.vault.seal(ACCOUNT, row.account().number()), row.account().masked() };
	}

	List<PaymentRow> rows(long batchId) {
		return this.jdbc.sql(ROWS + " order by r.row_no").param("batch", batchId).query(PaymentRepository::row).list();
	}

	private static PaymentRow row(ResultSet row, int n) throws SQLException {
		var result = row.getString("result");
		return new PaymentRow(row.getLong("id"), row.getInt("row_no"), row.getString("row_key"),
				row.getLong("enrolment_id"), row.getLong("payee_id"), row.getString("pupil_name"),
				Sex.valueOf(row.getString("sex")), row.getString("masked_id"), row.getLong("class_id"),
				row.getString("class_name"), Tier.valueOf(row.getString("tier")), yuan(row, "amount"),
				row.getString("holder"), PayeeRelation.valueOf(row.getString("relation")), row.getString("bank_name"),
				row.getString("masked_account"), (result != null) ? BankResult.valueOf(result) : null,
				row.getString("message"), row.getObject("settled_on", LocalDate.class), row.getString("reissued_in"));
	}

	/** The account numbers of a batch in full, by row. */
	Map<Long, String> accounts(long batchId) {
		var accounts = new HashMap<Long, String>();
		this.jdbc.sql("select id, account from payment_row where batch_id = ?").param(batchId).query((row) -> {
			accounts.put(row.getLong("id"), this.vault.open(ACCOUNT, row.getBytes("account")));
		});
		return accounts;
	}

	/** What is frozen of an award in each row: to be compared with what holds now. */
	List<Frozen> frozen(long batchId) {
		return this.jdbc.sql("""
				select id, enrolment_id, person_id, award_id, payee_id, original_row_id, pupil_name, tier, amount
				from payment_row where batch_id = ? order by row_no
				""")
			.param(batchId)
			.query((row, n) -> new Frozen(row.getLong("id"), row.getLong("enrolment_id"), row.getLong("person_id"),
					row.getLong("award_id"), row.getLong("payee_id"), row.getString("pupil_name"),
					Tier.valueOf(row.getString("tier")), yuan(row, "amount")))
			.list();
	}

	/** The frozen figures of a row. */
	record Frozen(long id, long enrolmentId, long personId, long awardId, long payeeId, String name, Tier tier,
			Yuan amount) {

	}

	List<LeftOut> leftOut(long batchId) {
		return this.jdbc.sql("""
				select enrolment_id, pupil_name, class_name, amount, reason, detail from payment_left_out
				where batch_id = ? order by id
				""")
			.param(batchId)
			.query((row, n) -> new LeftOut(row.getLong("enrolment_id"), row.getString("pupil_name"),
					row.getString("class_name"), yuan(row, "amount"), LeftOutReason.valueOf(row.getString("reason")),
					row.getString("detail")))
			.list();
	}

	/** Takes the claims of an approved batch; answers with the rows that got none. */
	Set<Long> takeClaims(long batchId) {
		return Set
			.copyOf(this.jdbc.sql("select take_claims(?)").param(batchId).query((row, n) -> row.getLong(1)).list());
	}

	void releaseClaims(long batchId) {
		this.template.query("select release_claims(?)", (row) -> {
		}, batchId);
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
					time(row, "done_at")))
			.list();
	}

	void outcomes(PaymentBatch batch, long returnId, Actor actor, List<Outcome> outcomes, OffsetDateTime at) {
		this.template.batchUpdate("""
				insert into payment_outcome (id, school_id, batch_id, row_id, return_id, kind, result, message, amount,
					settled_on, recorded_by, recorded_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""",
				outcomes.stream()
					.map((outcome) -> new Object[] { batch.schoolId(), batch.id(), outcome.rowId(), returnId,
							outcome.result().isPaid() ? "PAID" : "FAILED", outcome.result().name(), outcome.message(),
							outcome.amount().amount(), outcome.on(), actor.userId(), at })
					.toList());
	}

	/** Payments of one pupil, for the pupil's file. */
	List<PupilPayment> ofPupil(long enrolmentId) {
		return this.jdbc.sql("""
				select b.id, b.number, b.school_year, b.term, p.name as programme_name, r.amount, o.kind, o.settled_on
				from payment_row r join payment_batch b on b.id = r.batch_id join programme p on p.id = b.programme_id
					join payment_outcome o on o.row_id = r.id
				where r.enrolment_id = ? order by o.settled_on, o.id
				""")
			.param(enrolmentId)
			.query((row, n) -> new PupilPayment(row.getLong("id"), row.getString("number"),
					row.getString("programme_name"), new SchoolYear(row.getInt("school_year")),
					Term.valueOf(row.getString("term")), yuan(row, "amount"), "PAID".equals(row.getString("kind")),
					row.getObject("settled_on", LocalDate.class)))
			.list();
	}

	/** One payment, or one attempt, of a pupil. */
	record PupilPayment(long batchId, String batchNumber, String programmeName, SchoolYear year, Term term, Yuan amount,
			boolean paid, LocalDate on) {

	}

	static Yuan yuan(ResultSet row, String column) throws SQLException {
		return Yuan.of(row.getBigDecimal(column));
	}

	static ZonedDateTime time(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(ZONE);
	}

}
