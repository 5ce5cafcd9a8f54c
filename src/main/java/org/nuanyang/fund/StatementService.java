package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.springframework.beans.factory.ObjectProvider;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares a fund with its bank account at the end of a month (月末银行对账). */
@Service
@Transactional(readOnly = true)
public class StatementService {

	private final JdbcClient jdbc;

	private final LedgerRepository ledgers;

	private final FundService funds;

	private final ObjectProvider<Outstanding> outstanding;

	private final Audit audit;

	private final Clock clock;

	StatementService(JdbcClient jdbc, LedgerRepository ledgers, FundService funds,
			ObjectProvider<Outstanding> outstanding, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.ledgers = ledgers;
		this.funds = funds;
		this.outstanding = outstanding;
		this.audit = audit;
		this.clock = clock;
	}

	/** The first day of the month asked for, or of the last one that has ended. */
	LocalDate month(LocalDate asked) {
		var month = asked.withDayOfMonth(1);
		if (month.isAfter(LocalDate.now(this.clock)) || month.getYear() < 1980) {
			throw new NotFound("month " + month);
		}
		return month;
	}

	/**
	 * Whether the bank can have said what was left at its end: on its last day, or after.
	 */
	boolean hasEnded(LocalDate month) {
		return !month.plusMonths(1).minusDays(1).isAfter(LocalDate.now(this.clock));
	}

	LocalDate lastMonth() {
		return LocalDate.now(this.clock).withDayOfMonth(1).minusMonths(1);
	}

	/** The month that ended last, or the first one of a fund that has no other yet. */
	LocalDate latestMonth(long fundId) {
		var first = firstMonth(fundId);
		return lastMonth().isBefore(first) ? first : lastMonth();
	}

	/** The month of the first entry, which may be older than the fund's own opening. */
	LocalDate firstMonth(long fundId) {
		return this.jdbc.sql("""
				select date_trunc('month', least(f.opened_at at time zone 'Asia/Shanghai', min(e.entry_date)))::date
				from fund f left join journal_entry e on e.fund_id = f.id where f.id = ? group by f.id
				""").param(fundId).query(LocalDate.class).optional().orElseThrow(() -> new NotFound("fund " + fundId));
	}

	Statement statement(Actor actor, long fundId, LocalDate month) {
		var fund = this.funds.fund(actor, fundId);
		var books = this.ledgers.before(fund.schoolId(), fundId, month.plusMonths(1), "BANK", "DEBIT");
		var last = month.plusMonths(1).minusDays(1);
		var under = this.outstanding.stream().flatMap((source) -> source.at(fundId, last).stream()).toList();
		return latest(fundId, month)
			.map((head) -> new Statement(month, books, head.balance(), items(head.id()), under, head.by(),
					head.at().atZoneSameInstant(this.clock.getZone())))
			.orElseGet(() -> new Statement(month, books, null, List.of(), under, null, null));
	}

	private Optional<Head> latest(long fundId, LocalDate month) {
		return this.jdbc.sql("""
				select id, balance, entered_by_name, entered_at from bank_statement where fund_id = ? and month = ?
				order by id desc limit 1
				""")
			.params(fundId, month)
			.query((row, n) -> new Head(row.getLong("id"), Yuan.of(row.getBigDecimal("balance")),
					row.getString("entered_by_name"), row.getObject("entered_at", OffsetDateTime.class)))
			.optional();
	}

	private record Head(long id, Yuan balance, String by, OffsetDateTime at) {

	}

	private List<Statement.Item> items(long statementId) {
		return this.jdbc
			.sql("select kind, amount, note from bank_statement_item where statement_id = ? order by position")
			.param(statementId)
			.query((row, n) -> new Statement.Item(Statement.Kind.valueOf(row.getString("kind")),
					Yuan.of(row.getBigDecimal("amount")), row.getString("note")))
			.list();
	}

	/** Enters what the bank says where nothing differs. */
	@Transactional
	public void enter(Actor actor, long fundId, LocalDate month, Yuan balance) {
		enter(actor, fundId, month, balance, List.of());
	}

	/** Enters what the bank says; the former entry of the month stays on record. */
	@Transactional
	void enter(Actor actor, long fundId, LocalDate month, StatementForm form) {
		enter(actor, fundId, month, form.amount(), form.read());
	}

	private void enter(Actor actor, long fundId, LocalDate month, Yuan balance, List<Statement.Item> items) {
		var fund = this.funds.fund(actor, fundId);
		if (!actor.is(Role.FINANCE) || !actor.scope().write().contains(fund.schoolId())) {
			throw new NotFound("statement of fund " + fundId);
		}
		if (!hasEnded(month)) {
			throw RuleViolation.on("balance", "fund.statement.early");
		}
		if (balance.isNegative()) {
			throw RuleViolation.on("balance", "fund.statement.negative");
		}
		var id = this.jdbc
			.sql("""
					insert into bank_statement (id, school_id, fund_id, month, balance, entered_by, entered_by_name, entered_at)
					values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?) returning id
					""")
			.params(fund.schoolId(), fundId, month, balance.amount(), actor.userId(), actor.name(),
					OffsetDateTime.now(this.clock))
			.query(Long.class)
			.single();
		for (var at = 0; at < items.size(); at++) {
			this.jdbc.sql("""
					insert into bank_statement_item (statement_id, school_id, position, kind, amount, note)
					values (?, ?, ?, ?, ?, ?)
					""")
				.params(id, fund.schoolId(), at + 1, items.get(at).kind().name(), items.get(at).amount().amount(),
						items.get(at).note())
				.update();
		}
		this.audit.record(actor, fund.schoolId(), "fund.statement-entered", "fund", fundId,
				Map.of("month", month.toString(), "balance", balance.toString(), "items", items.size()));
	}

}
