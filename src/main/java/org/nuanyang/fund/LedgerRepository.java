package org.nuanyang.fund;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal as ledgers, in the order of dates and vouchers. */
@Repository
class LedgerRepository {

	/**
	 * A red entry stands on the side that it takes back: money that was received becomes
	 * less received, and not paid.
	 */
	private static final String LINES = """
			with line as (
				select p.entry_id,
					sum(case when p.account = 'BANK' then case p.side when 'DEBIT' then p.amount else -p.amount end else 0 end)
						as bank,
					sum(case when p.account = 'BANK' and p.side = 'DEBIT' then p.amount end) as received,
					sum(case when p.account = 'BANK' and p.side = 'CREDIT' then p.amount end) as paid,
					min(p.line_id) as line_id,
					sum(case when p.account = 'PAYABLE' then case p.side when 'CREDIT' then p.amount else -p.amount end
						else 0 end) as payable
				from posting p where p.school_id = :school and (cast(:fund as bigint) is null or p.fund_id = :fund)
				group by p.entry_id),
			booked as (
				select e.id, e.fund_id, f.name as fund_name, e.voucher, e.entry_date, e.kind, e.reference,
					coalesce(e.persons, 0) as persons, e.source_type, e.source_id, e.total, e.recorded_by_name,
					l.received, l.paid, o.voucher as reverses,
					split_part(e.event_key, ':', 1) as cause,
					coalesce(r.id, case when e.reverses_id is not null then l.line_id end) as part_id,
					sum(l.bank) over sequence as holds, sum(l.payable) over sequence as promised
				from journal_entry e join line l on l.entry_id = e.id join fund f on f.id = e.fund_id
					left join journal_entry o on o.id = e.reverses_id
					left join fund_receipt r on r.entry_id = coalesce(e.reverses_id, e.id)
				window sequence as (order by e.entry_date, e.fund_id, e.voucher))
			select * from booked
			""";

	private final JdbcClient jdbc;

	LedgerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every voucher with the balances after it. */
	List<LedgerLine> all(long schoolId, @Nullable Long fundId) {
		return of(LINES + " order by entry_date, fund_id, voucher", schoolId, fundId).query(LedgerRepository::line)
			.list();
	}

	Ledger period(long schoolId, @Nullable Long fundId, LedgerPeriod period) {
		var lines = of(LINES + " where entry_date between :from and :to order by entry_date, fund_id, voucher",
				schoolId, fundId)
			.param("from", period.from())
			.param("to", period.to())
			.query(LedgerRepository::line)
			.list();
		return new Ledger(period, before(schoolId, fundId, period.from(), "BANK", "DEBIT"),
				before(schoolId, fundId, period.from(), "PAYABLE", "CREDIT"), lines);
	}

	/** What an account had at the beginning of a day. */
	Yuan before(long schoolId, @Nullable Long fundId, LocalDate day, String account, String side) {
		return Yuan.of(of("""
				select coalesce(sum(case p.side when :side then p.amount else -p.amount end), 0) as balance
				from posting p join journal_entry e on e.id = p.entry_id
				where p.school_id = :school and (cast(:fund as bigint) is null or p.fund_id = :fund)
					and p.account = :account and e.entry_date < :day
				""", schoolId, fundId).param("side", side)
			.param("account", account)
			.param("day", day)
			.query((row, n) -> row.getBigDecimal(1))
			.single());
	}

	/** The vouchers of one source, such as a batch, over all its funds. */
	List<LedgerLine> of(String sourceType, long sourceId, long schoolId) {
		return of(LINES + " where source_type = :type and source_id = :source order by entry_date, fund_id, voucher",
				schoolId, null)
			.param("type", sourceType)
			.param("source", sourceId)
			.query(LedgerRepository::line)
			.list();
	}

	private JdbcClient.StatementSpec of(String sql, long schoolId, @Nullable Long fundId) {
		return this.jdbc.sql(sql).param("school", schoolId).param("fund", fundId, Types.BIGINT);
	}

	private static LedgerLine line(ResultSet row, int n) throws SQLException {
		return new LedgerLine(row.getLong("id"), row.getLong("fund_id"), row.getString("fund_name"),
				row.getInt("voucher"), row.getObject("entry_date", LocalDate.class),
				EntryKind.valueOf(row.getString("kind")), row.getString("reference"), row.getInt("persons"),
				row.getString("source_type"), row.getLong("source_id"), amount(row, "received"), amount(row, "paid"),
				Yuan.of(row.getBigDecimal("total")), Yuan.of(row.getBigDecimal("holds")),
				Yuan.of(row.getBigDecimal("promised")), row.getString("recorded_by_name"),
				row.getObject("reverses", Integer.class), row.getString("cause"), row.getObject("part_id", Long.class));
	}

	private static @Nullable Yuan amount(ResultSet row, String column) throws SQLException {
		BigDecimal amount = row.getBigDecimal(column);
		return (amount != null) ? Yuan.of(amount) : null;
	}

}
