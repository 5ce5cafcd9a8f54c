package org.nuanyang.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Funds and their journal. Rows are only ever inserted, and a voucher's lines in one
 * statement: the guards in the database look at each statement once.
 */
@Repository
class FundRepository {

	private static final String BALANCES = """
			select fund_id,
				sum(case when account = 'BANK' then case side when 'DEBIT' then amount else -amount end else 0 end) as holds,
				sum(case when account = 'PAYABLE' then case side when 'CREDIT' then amount else -amount end else 0 end)
					as promised,
				sum(case when account = 'BANK' and side = 'DEBIT' then amount else 0 end) as received,
				sum(case when account = 'BANK' and side = 'CREDIT' then amount else 0 end) as paid
			from posting group by fund_id
			""";

	private static final String FUNDS = """
			select f.id, f.school_id, s.name as school_name, f.name, f.source, f.programme_id,
				p.name as programme_name, f.school_year, coalesce(b.holds, 0) as holds,
				coalesce(b.promised, 0) as promised, coalesce(b.received, 0) as received, coalesce(b.paid, 0) as paid
			from fund f join school s on s.id = f.school_id join programme p on p.id = f.programme_id
				left join (%s) b on b.fund_id = f.id
			""".formatted(BALANCES);

	private static final String RECEIPTS = """
			select r.id, r.fund_id, e.voucher, r.document_no, r.received_on, r.amount, r.payer, r.recorded_by_name,
				exists (select from journal_entry x where x.reverses_id = e.id) as reversed,
				(select count(*) from attachment a where a.school_id = r.school_id and a.owner_type = 'receipt'
					and a.owner_id = r.id and a.removed_at is null) as scans
			from fund_receipt r join journal_entry e on e.id = r.entry_id
			""";

	private static final String STANDS = " and not exists (select from journal_entry x where x.reverses_id = r.entry_id)";

	private final JdbcClient jdbc;

	FundRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<FundView> funds() {
		return this.jdbc.sql(FUNDS + " order by f.school_year desc, s.id, f.name collate \"zh-x-icu\"")
			.query(FundRepository::fund)
			.list();
	}

	Optional<FundView> find(long id) {
		return this.jdbc.sql(FUNDS + " where f.id = ?").param(id).query(FundRepository::fund).optional();
	}

	List<FundView> forPurpose(long schoolId, long programmeId, SchoolYear year) {
		return this.jdbc
			.sql(FUNDS + " where f.school_id = ? and f.programme_id = ? and f.school_year = ? order by f.id")
			.params(schoolId, programmeId, year.firstYear())
			.query(FundRepository::fund)
			.list();
	}

	private static FundView fund(ResultSet row, int n) throws SQLException {
		return new FundView(row.getLong("id"), row.getLong("school_id"), row.getString("school_name"),
				row.getString("name"), FundSource.valueOf(row.getString("source")), row.getLong("programme_id"),
				row.getString("programme_name"), new SchoolYear(row.getInt("school_year")),
				new FundBalance(yuan(row, "holds"), yuan(row, "promised"), yuan(row, "received"), yuan(row, "paid")));
	}

	long open(Actor actor, long schoolId, String name, FundSource source, long programmeId, SchoolYear year,
			OffsetDateTime at) {
		return this.jdbc.sql("""
				insert into fund (id, school_id, name, source, programme_id, school_year, opened_by, opened_by_name,
					opened_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(schoolId, name, source.name(), programmeId, year.firstYear(), actor.userId(), actor.name(), at)
			.query(Long.class)
			.single();
	}

	boolean nameTaken(long schoolId, String name) {
		return this.jdbc.sql("select exists (select from fund where school_id = ? and name = ?)")
			.params(schoolId, name)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Books the voucher without its lines, which takes the fund until the transaction
	 * ends.
	 */
	long enter(Actor actor, long schoolId, EntryKind kind, Spending what, boolean purpose, Yuan total,
			OffsetDateTime at) {
		return this.jdbc.sql("""
				insert into journal_entry (id, school_id, fund_id, entry_date, kind, programme_id, school_year,
					source_type, source_id, reference, persons, total, event_key, recorded_by, recorded_by_name,
					recorded_at)
				values (nextval('id_seq'), :school, :fund, :on, :kind, :programme, :year, :sourceType, :source,
					:reference, :persons, :total, :event, :by, :byName, :at) returning id
				""")
			.param("school", schoolId)
			.param("fund", what.fundId())
			.param("on", what.on())
			.param("kind", kind.name())
			.param("programme", purpose ? what.programmeId() : null, java.sql.Types.BIGINT)
			.param("year", purpose ? what.year().firstYear() : null, java.sql.Types.INTEGER)
			.param("sourceType", what.sourceType())
			.param("source", what.sourceId())
			.param("reference", what.reference())
			.param("persons", (what.persons() > 0) ? what.persons() : null, java.sql.Types.INTEGER)
			.param("total", total.amount())
			.param("event", what.eventKey())
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", at)
			.query(Long.class)
			.single();
	}

	boolean booked(long fundId, String eventKey) {
		return this.jdbc.sql("select exists (select from journal_entry where fund_id = ? and event_key = ?)")
			.params(fundId, eventKey)
			.query(Boolean.class)
			.single();
	}

	/** The two sides of an entry over its total. */
	void post(long schoolId, long fundId, long entryId, EntryKind kind, Yuan total) {
		this.jdbc.sql("""
				insert into posting (id, school_id, fund_id, entry_id, account, side, amount)
				values (nextval('id_seq'), :school, :fund, :entry, :debit, 'DEBIT', :total),
					(nextval('id_seq'), :school, :fund, :entry, :credit, 'CREDIT', :total)
				""")
			.param("school", schoolId)
			.param("fund", fundId)
			.param("entry", entryId)
			.param("debit", kind.debit().name())
			.param("credit", kind.credit().name())
			.param("total", total.amount())
			.update();
	}

	/** One debit line per payment against one credit line over the total. */
	void postLines(long schoolId, long fundId, long entryId, EntryKind kind, Collection<PaidLine> lines, Yuan total) {
		this.jdbc.sql("""
				insert into posting (id, school_id, fund_id, entry_id, account, side, amount, line_id)
				select nextval('id_seq'), :school, :fund, :entry, :debit, 'DEBIT', l.cents / 100.0, l.line
					from unnest(:lines, :cents) as l(line, cents)
				union all
				select nextval('id_seq'), :school, :fund, :entry, :credit, 'CREDIT', :total, null
				""")
			.param("school", schoolId)
			.param("fund", fundId)
			.param("entry", entryId)
			.param("debit", kind.debit().name())
			.param("credit", kind.credit().name())
			.param("lines", lines.stream().map(PaidLine::lineId).toArray(Long[]::new))
			.param("cents", lines.stream().map((line) -> line.amount().cents()).toArray(Long[]::new))
			.param("total", total.amount())
			.update();
	}

	long receipt(Actor actor, long schoolId, long fundId, long entryId, String documentNo, int attempt, LocalDate on,
			Yuan amount, @Nullable String payer, OffsetDateTime at) {
		return this.jdbc
			.sql("""
					insert into fund_receipt (id, school_id, fund_id, entry_id, document_no, attempt, received_on, amount,
						payer, recorded_by, recorded_by_name, recorded_at)
					values (nextval('id_seq'), :school, :fund, :entry, :document, :attempt, :on, :amount, :payer, :by, :byName,
						:at)
					returning id
					""")
			.param("school", schoolId)
			.param("fund", fundId)
			.param("entry", entryId)
			.param("document", documentNo)
			.param("attempt", attempt)
			.param("on", on)
			.param("amount", amount.amount())
			.param("payer", payer, java.sql.Types.VARCHAR)
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", at)
			.query(Long.class)
			.single();
	}

	/** Whether a receipt of this document stands; one that was reversed does not. */
	boolean documentEntered(long fundId, String documentNo) {
		return this.jdbc
			.sql("select exists (select from fund_receipt r where r.fund_id = ? and r.document_no = ?" + STANDS + ")")
			.params(fundId, documentNo)
			.query(Boolean.class)
			.single();
	}

	/** How often a document was entered, wrongly, and reversed. */
	int documentReversed(long fundId, String documentNo) {
		return this.jdbc
			.sql("select count(*) from fund_receipt r where r.fund_id = ? and r.document_no = ? and not (true" + STANDS
					+ ")")
			.params(fundId, documentNo)
			.query(Integer.class)
			.single();
	}

	List<ReceiptRow> receipts(long fundId) {
		return this.jdbc.sql(RECEIPTS + " where r.fund_id = ? order by r.received_on, r.id")
			.param(fundId)
			.query(FundRepository::receipt)
			.list();
	}

	Optional<ReceiptRow> receipt(long id) {
		return this.jdbc.sql(RECEIPTS + " where r.id = ?").param(id).query(FundRepository::receipt).optional();
	}

	private static ReceiptRow receipt(ResultSet row, int n) throws SQLException {
		return new ReceiptRow(row.getLong("id"), row.getLong("fund_id"), row.getInt("voucher"),
				row.getString("document_no"), row.getObject("received_on", LocalDate.class), yuan(row, "amount"),
				row.getString("payer"), row.getString("recorded_by_name"), row.getBoolean("reversed"),
				row.getInt("scans"));
	}

	/** What the ledger says was paid for each row of a source. */
	List<PaidLine> paidLines(String sourceType, long sourceId) {
		return this.jdbc
			.sql("""
					select coalesce(p.line_id, 0) as line, sum(case p.side when 'DEBIT' then p.amount else -p.amount end) as paid
					from journal_entry e join posting p on p.entry_id = e.id
					where e.source_type = ? and e.source_id = ? and e.kind in ('PAYMENT', 'REVERSAL') and p.account = 'PAYABLE'
					group by p.line_id
					""")
			.params(sourceType, sourceId)
			.query((row, n) -> new PaidLine(row.getLong("line"), yuan(row, "paid")))
			.list();
	}

	/** What is promised for a source and not yet paid or released. */
	Yuan promisedFor(String sourceType, long sourceId) {
		return Yuan.of(this.jdbc.sql("""
				select coalesce(sum(case p.side when 'CREDIT' then p.amount else -p.amount end), 0)
				from journal_entry e join posting p on p.entry_id = e.id
				where e.source_type = ? and e.source_id = ? and p.account = 'PAYABLE'
				""").params(sourceType, sourceId).query((row, n) -> row.getBigDecimal(1)).single());
	}

	private static Yuan yuan(ResultSet row, String column) throws SQLException {
		return Yuan.of(row.getBigDecimal(column));
	}

}
