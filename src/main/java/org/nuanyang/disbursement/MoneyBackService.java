package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.fund.ReversalService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that comes back after it was paid. What the bank returns (退汇) is still owed and
 * waits for a re-issue; what is recovered (追回) from a false claim is free again, and the
 * claim stays spent. Either is a red entry that names the payment; the sent row stays.
 */
@Service
@Transactional(readOnly = true)
public class MoneyBackService {

	private final BatchRepository batches;

	private final PaymentReader payments;

	private final MoneyBackRepository backs;

	private final FundService funds;

	private final ReversalService reversals;

	private final Audit audit;

	private final Clock clock;

	MoneyBackService(BatchRepository batches, PaymentReader payments, MoneyBackRepository backs, FundService funds,
			ReversalService reversals, Audit audit, Clock clock) {
		this.batches = batches;
		this.payments = payments;
		this.backs = backs;
		this.funds = funds;
		this.reversals = reversals;
		this.audit = audit;
		this.clock = clock;
	}

	/** One row of a batch. */
	public PaymentRow row(Actor actor, long batchId, long rowId) {
		return this.payments.row(batchId, rowId).orElseThrow(() -> new NotFound("row " + rowId));
	}

	public MoneyBack back(Actor actor, long batchId, long rowId) {
		return this.backs.of(row(actor, batchId, rowId).id());
	}

	/** The bank sent a payment back: the fund holds the money and owes it again. */
	@Transactional
	public void returned(Actor actor, long batchId, long rowId, MoneyBackForm form) {
		var batch = take(actor, Role.FINANCE, batchId);
		var row = row(actor, batchId, rowId);
		var before = this.backs.of(rowId);
		if (before.returned() != null && before.returned().documentNo().equals(form.document())) {
			return;
		}
		requirePaid(row, form);
		if (before.recovery() != null) {
			throw new RuleViolation("disbursement.back.demanded", row.name());
		}
		comeBack(actor, batch, row, false, form, null);
		batch.moneyCameBack();
		record(actor, batch, row, "disbursement.money-returned");
	}

	/** Proposes to demand back what was paid on a false claim. */
	@Transactional
	public void propose(Actor actor, long batchId, long rowId, String reason) {
		var batch = take(actor, Role.OFFICER, batchId);
		var row = row(actor, batchId, rowId);
		if (this.backs.of(rowId).recovery() != null) {
			return;
		}
		if (!row.isPaid()) {
			throw new RuleViolation("disbursement.back.unpaid", row.name());
		}
		this.backs.propose(batch, rowId, Reason.of(reason, "disbursement.refused.recovery-reason").text(), actor,
				now());
		record(actor, batch, row, "disbursement.recovery-proposed");
	}

	/** Another person decides that it is demanded. */
	@Transactional
	public void decide(Actor actor, long batchId, long rowId) {
		var batch = take(actor, Role.PRINCIPAL, batchId);
		var row = row(actor, batchId, rowId);
		var recovery = this.backs.of(rowId).recovery();
		if (recovery == null) {
			throw new NotFound("recovery of row " + rowId);
		}
		if (recovery.decidedBy() != null) {
			return;
		}
		if (recovery.orderedById() == actor.userId()) {
			throw new RuleViolation("disbursement.back.own", row.name());
		}
		this.backs.decide(recovery.id(), actor, now());
		record(actor, batch, row, "disbursement.recovery-decided");
	}

	/** What was demanded has come: it is free again, and nobody is paid it twice. */
	@Transactional
	public void recovered(Actor actor, long batchId, long rowId, MoneyBackForm form) {
		var batch = take(actor, Role.FINANCE, batchId);
		var row = row(actor, batchId, rowId);
		var before = this.backs.of(rowId);
		if (before.returned() != null && before.returned().documentNo().equals(form.document())) {
			return;
		}
		requirePaid(row, form);
		if (!before.isDemanded()) {
			throw new RuleViolation("disbursement.back.undecided", row.name());
		}
		comeBack(actor, batch, row, true, form, null);
		this.funds.release(actor, BatchMoney.spending(batch, 1, LocalDate.now(this.clock), "recovered:" + rowId),
				row.amount());
		record(actor, batch, row, "disbursement.money-recovered");
	}

	/**
	 * A return file says that a payment was sent back: as if finance had entered it from
	 * a document.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void sentBack(Actor actor, PaymentBatch batch, PaymentRow row, MoneyBackForm form,
			MoneyBackRepository.Source source) {
		comeBack(actor, batch, row, false, form, source);
		record(actor, batch, row, "disbursement.money-returned");
	}

	private void comeBack(Actor actor, PaymentBatch batch, PaymentRow row, boolean recovered, MoneyBackForm form,
			MoneyBackRepository.@Nullable Source source) {
		this.backs.cameBack(batch, row, recovered, form, source, actor, now());
		this.reversals.takeBack(actor,
				BatchMoney.spending(batch, 1, form.day(),
						(recovered ? "recovered-payment:" : "returned-payment:") + row.id()),
				new PaidLine(row.id(), row.amount()));
	}

	private void requirePaid(PaymentRow row, MoneyBackForm form) {
		Reason.of(form.why(), "disbursement.refused.reason");
		if (!row.isPaid()) {
			throw new RuleViolation("disbursement.back.unpaid", row.name());
		}
		if (form.day().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("cameOn", "disbursement.back.future");
		}
		var paid = row.settledOn();
		if (paid != null && form.day().isBefore(paid)) {
			throw RuleViolation.on("cameOn", "disbursement.back.early", paid.toString());
		}
	}

	private PaymentBatch take(Actor actor, Role role, long id) {
		var batch = this.batches.take(id).orElseThrow(() -> new NotFound("batch " + id));
		if (!actor.is(role) || !actor.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + id + " for writing");
		}
		return batch;
	}

	private void record(Actor actor, PaymentBatch batch, PaymentRow row, String action) {
		this.batches.flush();
		this.audit.record(actor, batch.schoolId(), action, "payment_row", row.id(),
				Map.of("batch", batch.number(), "row", row.rowKey(), "amount", row.amount().toString()));
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

}
