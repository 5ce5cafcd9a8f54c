package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what was booked, by red entries that name their original; nothing is erased.
 */
@Service
@Transactional
public class ReversalService {

	private final ReversalRepository reversals;

	private final FundService funds;

	private final Audit audit;

	private final Clock clock;

	ReversalService(ReversalRepository reversals, FundService funds, Audit audit, Clock clock) {
		this.reversals = reversals;
		this.funds = funds;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The bank gave back one payment: it holds the money again, and the fund owes it
	 * again.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBack(Actor actor, Spending what, PaidLine line) {
		var fund = this.funds.fund(actor, what.fundId());
		var original = this.reversals.paymentOf(what.sourceType(), what.sourceId(), line.lineId())
			.orElseThrow(() -> new NotFound("payment of line " + line.lineId()));
		this.reversals.reverse(actor, original, EntryKind.PAYMENT, line.amount(), line.lineId(), what.eventKey(),
				what.on(), OffsetDateTime.now(this.clock));
		this.audit.record(actor, fund.schoolId(), "fund.taken-back", "fund", fund.id(),
				Map.of("for", what.reference(), "amount", line.amount().toString()));
	}

	/**
	 * Takes back a receipt that was registered wrongly; whoever registered it does not.
	 */
	public void reverseReceipt(Actor actor, long fundId, long receiptId, String reason) {
		if (!actor.is(Role.PRINCIPAL)) {
			throw new NotFound("receipt " + receiptId);
		}
		var fund = this.funds.fund(actor, fundId);
		var receipt = this.reversals.receipt(fundId, receiptId).orElseThrow(() -> new NotFound("receipt " + receiptId));
		var why = Reason.of(reason, "fund.reversal.reason").text();
		if (receipt.recordedBy() == actor.userId()) {
			throw new RuleViolation("fund.reversal.own", receipt.documentNo());
		}
		if (receipt.reversed()) {
			return;
		}
		if (fund.balance().shortOf(receipt.amount()).isPositive()) {
			throw new RuleViolation("fund.reversal.spent", receipt.documentNo(), receipt.amount().toString(),
					fund.balance().free().toString());
		}
		this.reversals.reverse(actor, receipt.entryId(), EntryKind.RECEIPT, receipt.amount(), null,
				"reverse-receipt:" + receiptId, LocalDate.now(this.clock), OffsetDateTime.now(this.clock));
		this.audit.record(actor, fund.schoolId(), "fund.receipt-reversed", "fund", fundId,
				Map.of("document", receipt.documentNo(), "amount", receipt.amount().toString(), "reason", why));
	}

}
