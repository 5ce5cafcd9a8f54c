package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.nuanyang.fund.FundSource;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger of one person, or what was paid on one case. */
@Repository
class PupilLedgerRepository {

	private static final String EVENTS = """
			select v.happened_on, v.kind, v.result, v.message, v.recorded_by_name, b.school_year, b.term,
				s.name as school_name, p.name as programme_name, r.tier, r.amount, r.masked_account, r.id as row_id,
				b.id as batch_id, b.number, a.application_id, f.id as fund_id, f.name as fund_name, f.source,
				(select e.voucher from posting l join journal_entry e on e.id = l.entry_id
					where l.school_id = r.school_id and l.line_id = r.id
						and e.kind = case v.kind when 'PAID' then 'PAYMENT' when 'FAILED' then '' when 'WAIVED' then '' else 'REVERSAL' end
					limit 1) as voucher
			from (select o.row_id, o.kind, o.result, o.message, o.settled_on as happened_on, o.recorded_at, u.name as recorded_by_name
					from payment_outcome o join app_user u on u.id = o.recorded_by
				union all
				select a.row_id, 'PAID', 'PAID', a.document_no, a.arrived_on, a.done_at, a.done_by_name
					from payment_arrival a where a.kind = 'CONFIRMED'
				union all
				select w.row_id, 'WAIVED', null, w.reason, (w.decided_at at time zone 'Asia/Shanghai')::date, w.decided_at,
						w.decided_by_name
					from payment_waiver w
				union all
				select k.row_id, k.kind, k.kind, k.reason, k.came_on, k.recorded_at, k.recorded_by_name from payment_back k) v
				join payment_row r on r.id = v.row_id join payment_batch b on b.id = r.batch_id
				join school s on s.id = b.school_id join programme p on p.id = b.programme_id
				join fund f on f.id = b.fund_id join award a on a.id = r.award_id
			where %s order by v.happened_on, v.recorded_at, r.id
			""";

	private final JdbcClient jdbc;

	PupilLedgerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	PupilLedger ofPerson(long personId) {
		return ledger(EVENTS.formatted("r.person_id = :id"), personId);
	}

	PupilLedger ofCase(long applicationId) {
		return ledger(EVENTS.formatted("a.application_id = :id"), applicationId);
	}

	private PupilLedger ledger(String sql, long id) {
		var lines = new ArrayList<PupilLedger.Line>();
		for (var event : this.jdbc.sql(sql).param("id", id).query(PupilLedgerRepository::line).list()) {
			var before = lines.isEmpty() ? Yuan.ZERO : lines.getLast().sum();
			lines.add(withSum(event, before.plus(event.sum())));
		}
		return new PupilLedger(List.copyOf(lines));
	}

	private static PupilLedger.Line withSum(PupilLedger.Line line, Yuan sum) {
		return new PupilLedger.Line(line.on(), line.kind(), line.year(), line.term(), line.schoolName(),
				line.programmeName(), line.tier(), line.each(), line.amount(), sum, line.result(), line.message(),
				line.maskedAccount(), line.batchId(), line.batchNumber(), line.rowId(), line.applicationId(),
				line.fundId(), line.fundName(), line.source(), line.voucher(), line.by());
	}

	private static PupilLedger.Line line(ResultSet row, int n) throws SQLException {
		var kind = PupilLedger.Kind.valueOf(row.getString("kind"));
		var each = PaymentRepository.yuan(row, "amount");
		var result = row.getString("result");
		var effect = kind.effect(each);
		return new PupilLedger.Line(row.getObject("happened_on", LocalDate.class), kind,
				new SchoolYear(row.getInt("school_year")), Term.valueOf(row.getString("term")),
				row.getString("school_name"), row.getString("programme_name"), Tier.valueOf(row.getString("tier")),
				each, effect.isZero() ? null : effect, effect, (result != null) ? BankResult.valueOf(result) : null,
				row.getString("message"), row.getString("masked_account"), row.getLong("batch_id"),
				row.getString("number"), row.getLong("row_id"), row.getLong("application_id"), row.getLong("fund_id"),
				row.getString("fund_name"), FundSource.valueOf(row.getString("source")),
				row.getObject("voucher", Integer.class), row.getString("recorded_by_name"));
	}

}
