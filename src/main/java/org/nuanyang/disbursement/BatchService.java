package org.nuanyang.disbursement;

import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.FundService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payment batches from the checked list to the end. Each step takes the batch first and
 * finds out whether the same person has already done it: the same click twice does one
 * thing.
 */
@Service
@Transactional(readOnly = true)
public class BatchService {

	private final BatchPages pages;

	private final ListGuard guard;

	private final PaymentReader reader;

	private final ClaimRepository claims;

	private final BatchSteps steps;

	private final BatchMoney money;

	private final FundService funds;

	BatchService(BatchPages pages, ListGuard guard, PaymentReader reader, ClaimRepository claims, BatchSteps steps,
			BatchMoney money, FundService funds) {
		this.pages = pages;
		this.guard = guard;
		this.reader = reader;
		this.claims = claims;
		this.steps = steps;
		this.money = money;
		this.funds = funds;
	}

	public BatchView batch(Actor actor, long id) {
		return this.pages.batch(actor, id);
	}

	/** Finance has checked the list. */
	@Transactional
	public void check(Actor actor, long id, @Nullable String note) {
		var batch = this.steps.take(actor, id, BatchAction.CHECK);
		if (this.steps.isDone(actor, batch, BatchAction.CHECK)) {
			return;
		}
		batch.check(actor);
		this.guard.requireUnhindered(actor, batch);
		this.steps.done(actor, batch, BatchAction.CHECK, note, BatchSteps.figures(batch));
	}

	/**
	 * The principal approves: the fund sets the money aside, or it says how much is
	 * missing.
	 */
	@Transactional
	public void approve(Actor actor, long id, @Nullable String note) {
		var batch = this.steps.take(actor, id, BatchAction.APPROVE);
		if (this.steps.isDone(actor, batch, BatchAction.APPROVE)) {
			return;
		}
		batch.approve(actor);
		this.guard.requireUnhindered(actor, batch);
		setAside(actor, batch);
		this.steps.done(actor, batch, BatchAction.APPROVE, note, BatchSteps.figures(batch));
	}

	private void setAside(Actor actor, PaymentBatch batch) {
		try {
			this.money.setAside(actor, batch);
		}
		catch (RuleViolation refusal) {
			throw FundService.SHORT.equals(refusal.key()) ? shortFor(actor, batch) : refusal;
		}
	}

	private RuleViolation shortFor(Actor actor, PaymentBatch batch) {
		var fund = this.funds.fund(actor, batch.fundId());
		var free = fund.balance().free();
		var without = this.reader.uncovered(batch.id(), free, Names.MOST + 1);
		return new RuleViolation("disbursement.refused.short", fund.name(), free.toString(), batch.total().toString(),
				fund.balance().shortOf(batch.total()).toString(), without.count(),
				Names.of(without.first().stream().map(Uncovered.One::name).toList()));
	}

	/** Back to the officer; what was set aside is free again. */
	@Transactional
	public void sendBack(Actor actor, long id, String reason) {
		var batch = this.steps.take(actor, id, BatchAction.SEND_BACK);
		if (this.steps.isDone(actor, batch, BatchAction.SEND_BACK)) {
			return;
		}
		batch.require(BatchAction.SEND_BACK);
		if (batch.status().isPromised()) {
			this.money.free(actor, batch);
		}
		batch.sendBack();
		this.steps.done(actor, batch, BatchAction.SEND_BACK, Reason.of(reason, "disbursement.refused.reason").text(),
				null);
	}

	/** Takes every claim and freezes the list, or says which pupils stand in the way. */
	@Transactional
	public void lock(Actor actor, long id) {
		lock(actor, id, (done) -> {
		});
	}

	@Transactional
	void lock(Actor actor, long id, IntConsumer progress) {
		var batch = this.steps.take(actor, id, BatchAction.LOCK);
		if (this.steps.isDone(actor, batch, BatchAction.LOCK)) {
			return;
		}
		batch.require(BatchAction.LOCK);
		this.guard.requireCurrent(actor, batch, progress);
		var refused = this.claims.take(id);
		progress.accept(batch.rowCount());
		this.guard.requireClaimed(batch, refused);
		batch.lock();
		this.steps.done(actor, batch, BatchAction.LOCK, null, BatchSteps.figures(batch));
	}

	/** The batch, for the page that asks before it is voided. */
	@Transactional
	public BatchView voidable(Actor actor, long id) {
		this.steps.take(actor, id, BatchAction.VOID).require(BatchAction.VOID);
		return batch(actor, id);
	}

	/** Ends a batch whose file has not left; its claims and its money are free again. */
	@Transactional
	public void makeVoid(Actor actor, long id, String reason) {
		var batch = this.steps.take(actor, id, BatchAction.VOID);
		if (this.steps.isDone(actor, batch, BatchAction.VOID)) {
			return;
		}
		batch.require(BatchAction.VOID);
		if (batch.status() == BatchStatus.LOCKED) {
			this.guard.requireNotHandedOut(batch);
			this.claims.release(id);
		}
		if (batch.status().isPromised()) {
			this.money.free(actor, batch);
		}
		batch.makeVoid();
		this.steps.done(actor, batch, BatchAction.VOID, Reason.of(reason, "disbursement.refused.reason").text(), null);
	}

	private static void requireNoDoubt(PaymentBatch batch, BatchStrip strip) {
		if (!strip.doubts().isEmpty()) {
			throw new RuleViolation("disbursement.refused.doubts", batch.number(), strip.doubts().size(),
					Names.of(strip.doubts().stream().map(ProblemRow::place).toList()));
		}
	}

	/**
	 * Closes a batch whose three sides agree and whose failed rows have all been taken
	 * up.
	 */
	@Transactional
	public void close(Actor actor, long id) {
		var batch = this.steps.take(actor, id, BatchAction.CLOSE);
		if (this.steps.isDone(actor, batch, BatchAction.CLOSE)) {
			return;
		}
		batch.require(BatchAction.CLOSE);
		var view = batch(actor, id);
		requireNoDoubt(batch, view.strip());
		if (!view.strip().isEven()) {
			throw new RuleViolation("disbursement.refused.uneven", batch.number(),
					view.strip().difference().toString());
		}
		if (view.figures().open() > 0 || !this.funds.promisedFor(BatchMoney.SOURCE, id).isZero()) {
			throw new RuleViolation("disbursement.refused.unfinished", batch.number(), view.figures().open(),
					view.figures().failed());
		}
		batch.close();
		this.steps.done(actor, batch, BatchAction.CLOSE, null, BatchSteps.figures(batch));
	}

}
