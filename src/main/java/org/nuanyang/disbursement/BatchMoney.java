package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.LocalDate;

import org.nuanyang.fund.FundService;
import org.nuanyang.fund.Spending;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;

import org.springframework.stereotype.Component;

/** What a batch sets aside in its fund, and what it frees. */
@Component
class BatchMoney {

	/** How the ledger names a batch. */
	static final String SOURCE = "payment_batch";

	private final BatchRepository batches;

	private final StepRepository steps;

	private final FundService funds;

	private final Clock clock;

	BatchMoney(BatchRepository batches, StepRepository steps, FundService funds, Clock clock) {
		this.batches = batches;
		this.steps = steps;
		this.funds = funds;
		this.clock = clock;
	}

	void setAside(Actor actor, PaymentBatch batch) {
		move(actor, batch, true);
	}

	void free(Actor actor, PaymentBatch batch) {
		move(actor, batch, false);
	}

	/**
	 * Sets money aside for a batch, or frees it. A re-issue takes over what its original
	 * has set aside and not paid, and gives it back.
	 */
	private void move(Actor actor, PaymentBatch batch, boolean setAside) {
		var originalId = batch.originalId();
		var step = this.steps.steps(batch.id()).size();
		if (originalId == null) {
			bookPromise(actor, batch, batch, setAside, step, setAside ? "promise" : "release");
		}
		else {
			var original = this.batches.findById(originalId).orElseThrow(() -> new NotFound("batch " + originalId));
			bookPromise(actor, setAside ? original : batch, batch, false, step, setAside ? "hand-over" : "release");
			bookPromise(actor, setAside ? batch : original, batch, true, step, setAside ? "promise" : "restore");
		}
	}

	/**
	 * @param cause why, which the ledger says in words
	 */
	private void bookPromise(Actor actor, PaymentBatch of, PaymentBatch amountOf, boolean setAside, int step,
			String cause) {
		var what = spending(of, amountOf.rowCount(), LocalDate.now(this.clock),
				cause + ":" + amountOf.id() + ":" + of.id() + ":" + step);
		if (setAside) {
			this.funds.promise(actor, what, amountOf.total());
		}
		else {
			this.funds.release(actor, what, amountOf.total());
		}
	}

	static Spending spending(PaymentBatch batch, int persons, LocalDate on, String eventKey) {
		return new Spending(batch.fundId(), batch.programmeId(), batch.year(), SOURCE, batch.id(), batch.number(),
				persons, on, eventKey);
	}

}
