package org.nuanyang.fund;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Red entries: negative amounts on the very accounts and sides that they take back. */
@Repository
class ReversalRepository {

	private final JdbcClient jdbc;

	ReversalRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The entry that paid a line of a source. */
	Optional<Long> paymentOf(String sourceType, long sourceId, long lineId) {
		return this.jdbc.sql("""
				select e.id from journal_entry e join posting p on p.entry_id = e.id
				where e.source_type = ? and e.source_id = ? and e.kind = 'PAYMENT' and p.line_id = ? limit 1
				""").params(sourceType, sourceId, lineId).query(Long.class).optional();
	}

	/** The entry of a receipt that nothing has taken back yet. */
	Optional<Receipt> receipt(long fundId, long receiptId) {
		return this.jdbc.sql("""
				select r.entry_id, r.document_no, r.amount, r.recorded_by,
					exists (select from journal_entry e where e.reverses_id = r.entry_id) as reversed
				from fund_receipt r where r.fund_id = ? and r.id = ?
				""")
			.params(fundId, receiptId)
			.query((row, n) -> new Receipt(row.getLong("entry_id"), row.getString("document_no"),
					Yuan.of(row.getBigDecimal("amount")), row.getLong("recorded_by"), row.getBoolean("reversed")))
			.optional();
	}

	record Receipt(long entryId, String documentNo, Yuan amount, long recordedBy, boolean reversed) {

	}

	/**
	 * Takes the amount back from the line of an entry, or from a whole entry without
	 * lines.
	 */
	void reverse(Actor actor, long original, EntryKind kind, Yuan amount, @Nullable Long lineId, String eventKey,
			LocalDate on, OffsetDateTime at) {
		var entry = this.jdbc
			.sql("""
					insert into journal_entry (id, school_id, fund_id, entry_date, kind, programme_id, school_year, source_type,
						source_id, reference, persons, total, reverses_id, event_key, recorded_by, recorded_by_name, recorded_at)
					select nextval('id_seq'), o.school_id, o.fund_id, :on, 'REVERSAL', f.programme_id, f.school_year,
						o.source_type, o.source_id, o.reference, case when cast(:line as bigint) is null then null else 1 end,
						-:amount, o.id, :event, :by, :byName, :at
					from journal_entry o join fund f on f.id = o.fund_id where o.id = :original returning id
					""")
			.param("on", on)
			.param("line", lineId, java.sql.Types.BIGINT)
			.param("amount", amount.amount())
			.param("event", eventKey)
			.param("by", actor.userId())
			.param("byName", actor.name())
			.param("at", at)
			.param("original", original)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into posting (id, school_id, fund_id, entry_id, account, side, amount, line_id)
				select nextval('id_seq'), e.school_id, e.fund_id, e.id, l.account, l.side, -:amount,
					case when l.side = 'DEBIT' then cast(:line as bigint) end
				from journal_entry e, (values (:debit, 'DEBIT'), (:credit, 'CREDIT')) as l(account, side)
				where e.id = :entry
				""")
			.param("amount", amount.amount())
			.param("line", lineId, java.sql.Types.BIGINT)
			.param("debit", kind.debit().name())
			.param("credit", kind.credit().name())
			.param("entry", entry)
			.update();
	}

}
