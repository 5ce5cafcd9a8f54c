package org.nuanyang.disbursement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.payee.AccountChange;
import org.nuanyang.payee.PayeeService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever approves a list should look at: what is different this time. */
@Service
@Transactional(readOnly = true)
public class ComparisonService {

	/**
	 * An account that changed this shortly before paying is looked at again (money.md
	 * R25).
	 */
	static final Duration RECENT = Duration.ofDays(3);

	private final BatchRepository batches;

	private final ComparisonRepository comparisons;

	private final PaymentRepository payments;

	private final StepRepository steps;

	private final PayeeService payees;

	private final Clock clock;

	ComparisonService(BatchRepository batches, ComparisonRepository comparisons, PaymentRepository payments,
			StepRepository steps, PayeeService payees, Clock clock) {
		this.batches = batches;
		this.comparisons = comparisons;
		this.payments = payments;
		this.steps = steps;
		this.payees = payees;
		this.clock = clock;
	}

	/**
	 * The list beside what the programme paid in the term before; a re-issue beside its
	 * original.
	 */
	public Comparison comparison(Actor actor, long batchId) {
		var batch = find(batchId);
		var period = period(batch);
		return period
			.map((before) -> new Comparison(this.comparisons.last(batch, before),
					this.comparisons.changes(batch, before)))
			.orElseGet(() -> new Comparison(null, List.of()));
	}

	private Optional<ComparisonRepository.Period> period(PaymentBatch batch) {
		@Nullable Long original = batch.originalId();
		return (original != null) ? Optional.of(new ComparisonRepository.Period(batch.year(), batch.term(), original))
				: this.comparisons.before(batch);
	}

	/**
	 * Rows whose account replaced another within three days before the list was locked,
	 * or before now.
	 */
	public List<RecentChange> recentChanges(Actor actor, long batchId) {
		var batch = find(batchId);
		var changes = this.payees.changedSince(batch.schoolId(), this.payments.payees(batchId),
				paidAt(batchId).minus(RECENT));
		if (changes.isEmpty()) {
			return List.of();
		}
		return this.payments.rows(batchId)
			.stream()
			.filter((row) -> changes.containsKey(row.payeeId()))
			.map((row) -> new RecentChange(row, Objects.requireNonNull(changes.get(row.payeeId()))))
			.toList();
	}

	private Instant paidAt(long batchId) {
		return this.steps.steps(batchId)
			.stream()
			.filter((step) -> step.action() == BatchAction.LOCK)
			.map((step) -> step.at().toInstant())
			.reduce((first, last) -> last)
			.orElseGet(this.clock::instant);
	}

	/** A row and the change of its account. */
	public record RecentChange(PaymentRow row, AccountChange change) {

	}

	private PaymentBatch find(long id) {
		return this.batches.findById(id).orElseThrow(() -> new NotFound("batch " + id));
	}

}
