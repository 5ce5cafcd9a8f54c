package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.fund.FundService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 不再补发: what failed and is owed no longer, because the child died, the award was ended,
 * or nobody claims it. What was set aside is free again, and the batch can be closed; the
 * row stays as it was sent.
 */
@Service
@Transactional
class WaiverService {

	private final BatchRepository batches;

	private final PaymentReader payments;

	private final BankRepository bank;

	private final FundService funds;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	WaiverService(BatchRepository batches, PaymentReader payments, BankRepository bank, FundService funds,
			JdbcClient jdbc, Audit audit, Clock clock) {
		this.batches = batches;
		this.payments = payments;
		this.bank = bank;
		this.funds = funds;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives a failed row up for good; said twice, it is done once.
	 * @throws RuleViolation where nothing is owed on the row, it is on another list, or
	 * the bank has called it paid since and nobody has found out
	 */
	void waive(Actor principal, long batchId, long rowId, String reason) {
		var batch = this.batches.take(batchId).orElseThrow(() -> new NotFound("batch " + batchId));
		if (!principal.is(Role.PRINCIPAL) || !principal.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + batchId + " for writing");
		}
		var row = this.payments.row(batchId, rowId).orElseThrow(() -> new NotFound("row " + rowId));
		if (row.waived() != null) {
			return;
		}
		var why = Reason.of(reason, "disbursement.refused.reason").text();
		if (!row.isOwed()) {
			throw new RuleViolation("disbursement.waive.not-owed", row.name());
		}
		if (this.bank.doubts(batchId).stream().anyMatch((doubt) -> row.rowKey().equals(doubt.rowKey()))) {
			throw new RuleViolation("disbursement.waive.doubt", row.name());
		}
		this.jdbc.sql("""
				insert into payment_waiver (id, school_id, batch_id, row_id, reason, decided_by, decided_by_name,
					decided_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(batch.schoolId(), batchId, rowId, why, principal.userId(), principal.name(),
					OffsetDateTime.now(this.clock))
			.update();
		this.funds.release(principal, BatchMoney.spending(batch, 1, LocalDate.now(this.clock), "waived:" + rowId),
				row.amount());
		this.audit.record(principal, batch.schoolId(), "disbursement.waived", "payment_row", rowId,
				Map.of("batch", batch.number(), "row", row.rowKey(), "amount", row.amount().toString()));
	}

}
