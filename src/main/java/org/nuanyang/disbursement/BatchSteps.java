package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Component;

/**
 * What every step of a batch begins and ends with: the batch is taken, so that nobody
 * else moves it, and what was done is written down.
 */
@Component
class BatchSteps {

	private final BatchRepository batches;

	private final StepRepository steps;

	private final Audit audit;

	private final Clock clock;

	BatchSteps(BatchRepository batches, StepRepository steps, Audit audit, Clock clock) {
		this.batches = batches;
		this.steps = steps;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes the batch for a step of the actor; nobody else moves it until the transaction
	 * ends.
	 */
	PaymentBatch take(Actor actor, long id, BatchAction action) {
		requireRole(actor, action);
		var batch = this.batches.take(id).orElseThrow(() -> new NotFound("batch " + id));
		if (!actor.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + id + " for writing");
		}
		return batch;
	}

	static void requireRole(Actor actor, BatchAction action) {
		if (!action.isFor(actor)) {
			throw new NotFound(action + " for " + actor.userId());
		}
	}

	/** The last step of the batch is this one, by the same person: a second click. */
	boolean isDone(Actor actor, PaymentBatch batch, BatchAction action) {
		var steps = this.steps.steps(batch.id());
		return !steps.isEmpty() && steps.getLast().action() == action && steps.getLast().byId() == actor.userId()
				&& batch.status() == action.to();
	}

	void done(Actor actor, PaymentBatch batch, BatchAction action, @Nullable String note, @Nullable String figures) {
		this.batches.flush();
		this.steps.step(batch, actor, action, (note == null || note.isBlank()) ? null : note.strip(), figures,
				OffsetDateTime.now(this.clock));
		this.audit.record(actor, batch.schoolId(), "disbursement." + action.auditName(), BatchMoney.SOURCE, batch.id(),
				Map.of("batch", batch.number(), "rows", batch.rowCount(), "total", batch.total().toString()));
	}

	static String figures(PaymentBatch batch) {
		return batch.rowCount() + " · " + batch.total();
	}

}
