package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.fund.FundService;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 确认已到账: what the bank called failed and later paid is booked as paid by its slip, which
 * one person reads and another confirms. The failed outcome and the line stay as they
 * are.
 */
@Service
@Transactional(readOnly = true)
class ArrivalService {

	private final BatchRepository batches;

	private final PaymentReader payments;

	private final BankRepository bank;

	private final ArrivalRepository arrivals;

	private final FundService funds;

	private final Audit audit;

	private final Clock clock;

	ArrivalService(BatchRepository batches, PaymentReader payments, BankRepository bank, ArrivalRepository arrivals,
			FundService funds, Audit audit, Clock clock) {
		this.batches = batches;
		this.payments = payments;
		this.bank = bank;
		this.arrivals = arrivals;
		this.funds = funds;
		this.audit = audit;
		this.clock = clock;
	}

	/** What a line leads to that calls a failed payment paid; nothing for other lines. */
	Optional<Arrival> of(long batchId, ProblemRow line) {
		return line.isLatePayment() ? this.payments.row(batchId, line.rowKey()).flatMap((row) -> of(row, line))
				: Optional.empty();
	}

	private Optional<Arrival> of(PaymentRow row, ProblemRow line) {
		var confirmedBy = this.arrivals.confirmedBy(row.id()).orElse(null);
		if (confirmedBy == null && !(row.isFailed() && !row.cameBack() && line.isOpen())) {
			return Optional.empty();
		}
		return Optional.of(new Arrival(row, this.arrivals.proposal(row.id()).orElse(null), confirmedBy,
				(confirmedBy == null) ? hindrance(row) : null));
	}

	/** What is paid again, or was given up, has not arrived a second time. */
	private @Nullable RuleViolation hindrance(PaymentRow row) {
		if (row.reissuedIn() != null) {
			return this.arrivals.isPaidAgain(row.id())
					? new RuleViolation("disbursement.arrival.paid-again", row.name(), row.reissuedIn(),
							row.amount().toString())
					: new RuleViolation("disbursement.arrival.reissued", row.name(), row.reissuedIn());
		}
		return (row.waived() != null) ? new RuleViolation("disbursement.arrival.waived", row.name()) : null;
	}

	/** The slip as somebody read it; read again it takes the place of the former. */
	@Transactional
	void propose(Actor actor, long batchId, long lineId, ArrivalForm form) {
		var batch = take(actor, batchId, Role.OFFICER, Role.FINANCE);
		var arrival = open(batch, lineId);
		if (arrival.hindrance() != null) {
			throw arrival.hindrance();
		}
		requirePossible(batch, form);
		var as = actor.is(Role.FINANCE) ? Role.FINANCE : Role.OFFICER;
		var proposal = new Arrival.Proposal(lineId, form.document(), form.day(), as, actor.userId(), actor.name());
		if (proposal.equals(arrival.proposal())) {
			return;
		}
		this.arrivals.propose(batch, arrival.row(), proposal, OffsetDateTime.now(this.clock));
		record(actor, batch, arrival.row(), "disbursement.arrival-proposed");
	}

	private void requirePossible(PaymentBatch batch, ArrivalForm form) {
		if (form.day().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("arrivedOn", "disbursement.arrival.future");
		}
		var sent = this.bank.files(batch.id()).getFirst().at().toLocalDate();
		if (form.day().isBefore(sent)) {
			throw RuleViolation.on("arrivedOn", "disbursement.arrival.early", sent.toString());
		}
	}

	/**
	 * Another person agrees: the payment is booked as if the bank had called it paid at
	 * once. Said twice, it is done once.
	 */
	@Transactional
	void confirm(Actor actor, long batchId, long lineId) {
		var batch = take(actor, batchId, Role.PRINCIPAL, Role.FINANCE);
		var line = this.bank.problem(batchId, lineId);
		if (line.arrived()) {
			return;
		}
		var arrival = open(batch, lineId);
		var row = arrival.row();
		if (arrival.proposal() == null) {
			throw new RuleViolation("disbursement.arrival.unproposed", row.name());
		}
		var proposal = arrival.require();
		if (proposal.byId() == actor.userId()) {
			throw new RuleViolation("disbursement.arrival.own", row.name());
		}
		if (!proposal.isFor(actor)) {
			throw new RuleViolation("disbursement.arrival.same-role", row.name());
		}
		this.arrivals.confirm(batch, row, proposal, actor, OffsetDateTime.now(this.clock));
		this.funds.pay(actor, BatchMoney.spending(batch, 1, LocalDate.now(this.clock), "arrived:" + row.id()),
				List.of(new PaidLine(row.id(), row.amount())));
		var after = this.payments.figures(batchId);
		batch.answered(after.paid(), after.failed());
		record(actor, batch, row, "disbursement.arrival-confirmed");
	}

	private Arrival open(PaymentBatch batch, long lineId) {
		batch.requireAtBank();
		var line = this.bank.problem(batch.id(), lineId);
		return of(batch.id(), line).filter((arrival) -> arrival.confirmedBy() == null)
			.orElseThrow(() -> new RuleViolation("disbursement.arrival.none", line.place()));
	}

	private PaymentBatch take(Actor actor, long id, Role... roles) {
		var batch = this.batches.take(id).orElseThrow(() -> new NotFound("batch " + id));
		if (!actor.is(roles) || !actor.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + id + " for writing");
		}
		return batch;
	}

	private void record(Actor actor, PaymentBatch batch, PaymentRow row, String action) {
		this.batches.flush();
		this.audit.record(actor, batch.schoolId(), action, "payment_row", row.id(),
				Map.of("batch", batch.number(), "row", row.rowKey(), "amount", row.amount().toString()));
	}

}
