package org.nuanyang.disbursement;

import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.award.AwardService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.payee.PayeeService;
import org.nuanyang.payee.PayeeView;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks at each step of a batch whether everybody on its list may still be paid, and to
 * the account in force.
 */
@Component
class ListGuard {

	private final PaymentRepository payments;

	private final BankRepository bank;

	private final AwardService awards;

	private final PayeeService payees;

	ListGuard(PaymentRepository payments, BankRepository bank, AwardService awards, PayeeService payees) {
		this.payments = payments;
		this.bank = bank;
		this.awards = awards;
		this.payees = payees;
	}

	/**
	 * Named already when it is checked and approved: a pupil who has left, or whose award
	 * was stopped; on a re-issue also a row that the bank has meanwhile called paid.
	 */
	void requireUnhindered(Actor actor, PaymentBatch batch) {
		requireUnhindered(actor, batch, this.payments.frozen(batch.id()));
	}

	private void requireUnhindered(Actor actor, PaymentBatch batch, List<PaymentRepository.Frozen> rows) {
		var payments = rows.stream().map(HinderedRows::payment).toList();
		var originalId = batch.originalId();
		if (originalId != null) {
			var doubted = this.bank.doubts(originalId).stream().map(ProblemRow::rowKey).collect(Collectors.toSet());
			refuse("disbursement.refused.doubted", batch,
					rows.stream().filter((row) -> doubted.contains(row.originalKey())).toList());
		}
		var hindered = new HinderedRows(rows,
				(originalId == null) ? this.awards.hindrances(actor, batch.term(), payments)
						: this.awards.hindrancesAgain(actor, batch.term(), payments));
		if (!hindered.isEmpty()) {
			throw new RuleViolation("disbursement.refused.hindered", batch.number(), hindered.size(),
					hindered.sentence());
		}
	}

	/**
	 * Nobody is paid whose award may not be paid now, or to an account that is no longer
	 * the one in force. Who changes an award or an account meanwhile waits for the end of
	 * the transaction.
	 */
	void requireCurrent(Actor actor, PaymentBatch batch, IntConsumer progress) {
		this.payments.holdStill(batch.id());
		var rows = this.payments.frozen(batch.id());
		progress.accept(batch.rowCount() / 8);
		requireUnhindered(actor, batch, rows);
		progress.accept(batch.rowCount() / 2);
		if (!batch.payout().isBank()) {
			return;
		}
		var accounts = this.payees.confirmedAccounts(rows.stream().map(PaymentRepository.Frozen::enrolmentId).toList());
		progress.accept(batch.rowCount() * 3 / 4);
		refuse("disbursement.refused.account", batch,
				rows.stream().filter((row) -> !isOf(accounts.get(row.enrolmentId()), row)).toList());
	}

	/**
	 * Who on a re-issue has moved on since the list was locked, and is still owed the
	 * term: whoever checks and approves is told. Null if nobody has.
	 */
	@Transactional(readOnly = true)
	@Nullable MessageSourceResolvable movedOn(Actor actor, BatchView batch) {
		if (batch.original() == null || !batch.status().isUnderWay()) {
			return null;
		}
		var rows = this.payments.frozen(batch.id());
		var moved = new HinderedRows(rows,
				this.awards.hindrances(actor, batch.term(), rows.stream().map(HinderedRows::payment).toList()));
		return moved.isEmpty() ? null : moved.sentence();
	}

	/** Nobody on the list is on another list of the term. */
	void requireClaimed(PaymentBatch batch, Collection<Long> refused) {
		refuse("disbursement.refused.claim", batch,
				this.payments.frozen(batch.id()).stream().filter((row) -> refused.contains(row.id())).toList());
	}

	/**
	 * Once a signed sheet is in, families have been paid by hand: it is recorded, not
	 * voided.
	 */
	void requireNotHandedOut(PaymentBatch batch) {
		if (!batch.payout().isBank() && this.payments.hasSignedSheets(batch.id())) {
			throw new RuleViolation("disbursement.refused.handed-out", batch.number());
		}
	}

	private static boolean isOf(@Nullable PayeeView payee, PaymentRepository.Frozen row) {
		return payee != null && payee.id() == row.payeeId();
	}

	private static void refuse(String key, PaymentBatch batch, List<PaymentRepository.Frozen> rows) {
		if (!rows.isEmpty()) {
			throw new RuleViolation(key, batch.number(), rows.size(),
					Names.of(rows.stream().map(PaymentRepository.Frozen::name).toList()));
		}
	}

}
