package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines of a bank return that were not taken and that nothing else clears up: finance
 * writes down what they are, a second person confirms, and they are void. The line stays
 * as the bank wrote it.
 */
@Service
@Transactional(readOnly = true)
public class ReturnLineService {

	private final BatchRepository batches;

	private final BankRepository bank;

	private final Audit audit;

	private final Clock clock;

	ReturnLineService(BatchRepository batches, BankRepository bank, Audit audit, Clock clock) {
		this.batches = batches;
		this.bank = bank;
		this.audit = audit;
		this.clock = clock;
	}

	public ProblemRow line(Actor actor, long batchId, long lineId) {
		return this.bank.problem(batchId, lineId);
	}

	/** Finance says why the line counts for nothing. */
	@Transactional
	public void explain(Actor actor, long batchId, long lineId, String reason) {
		var batch = take(actor, Role.FINANCE, batchId);
		var line = this.bank.problem(batchId, lineId);
		var why = Reason.of(reason, "disbursement.refused.line-reason").text();
		if (why.equals(line.reason())) {
			return;
		}
		requireOpen(batch, line);
		this.bank.voiding(batch, lineId, why, actor, OffsetDateTime.now(this.clock));
		record(actor, batch, line, "disbursement.line-explained");
	}

	/** Another person agrees: from now on the line is void. */
	@Transactional
	public void makeVoid(Actor actor, long batchId, long lineId) {
		var batch = take(actor, Role.PRINCIPAL, batchId);
		var line = this.bank.problem(batchId, lineId);
		if (line.voidedBy() != null) {
			return;
		}
		requireOpen(batch, line);
		if (line.explainedById() == null) {
			throw new RuleViolation("disbursement.line.unexplained", line.place());
		}
		if (line.explainedById() == actor.userId()) {
			throw new RuleViolation("disbursement.line.own", line.place());
		}
		this.bank.voiding(batch, lineId, null, actor, OffsetDateTime.now(this.clock));
		record(actor, batch, line, "disbursement.line-voided");
	}

	/** One reason for all lines of a return that answer to nothing on the list. */
	@Transactional
	public int explainAll(Actor actor, long batchId, long returnId, String reason) {
		var batch = take(actor, Role.FINANCE, batchId);
		var why = Reason.of(reason, "disbursement.refused.line-reason").text();
		batch.requireAtBank();
		return recorded(actor, batch, returnId, "disbursement.lines-explained",
				this.bank.voidAll(batch, returnId, why, actor, OffsetDateTime.now(this.clock)));
	}

	/** Another person agrees for all of them that finance has explained. */
	@Transactional
	public int makeAllVoid(Actor actor, long batchId, long returnId) {
		var batch = take(actor, Role.PRINCIPAL, batchId);
		batch.requireAtBank();
		return recorded(actor, batch, returnId, "disbursement.lines-voided",
				this.bank.voidAll(batch, returnId, null, actor, OffsetDateTime.now(this.clock)));
	}

	private int recorded(Actor actor, PaymentBatch batch, long returnId, String action, int lines) {
		if (lines == 0) {
			throw new RuleViolation("disbursement.lines.none");
		}
		this.audit.record(actor, batch.schoolId(), action, "bank_return", returnId,
				Map.of("batch", batch.number(), "lines", lines));
		return lines;
	}

	private static void requireOpen(PaymentBatch batch, ProblemRow line) {
		batch.requireAtBank();
		if (!line.isOpen()) {
			throw new RuleViolation("disbursement.line.settled", line.place());
		}
	}

	private PaymentBatch take(Actor actor, Role role, long id) {
		var batch = this.batches.take(id).orElseThrow(() -> new NotFound("batch " + id));
		if (!actor.is(role) || !actor.scope().write().contains(batch.schoolId())) {
			throw new NotFound("batch " + id + " for writing");
		}
		return batch;
	}

	private void record(Actor actor, PaymentBatch batch, ProblemRow line, String action) {
		this.audit.record(actor, batch.schoolId(), action, "bank_return_line", line.id(),
				Map.of("batch", batch.number(), "line", line.place(), "row", line.rowKey()));
	}

}
