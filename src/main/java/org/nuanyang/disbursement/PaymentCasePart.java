package org.nuanyang.disbursement;

import java.util.Optional;

import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;

import org.springframework.stereotype.Component;

/** On the page of a case: what was paid on it, each line leading to batch and voucher. */
@Component
class PaymentCasePart implements CasePart {

	private final PupilLedgerService ledgers;

	PaymentCasePart(PupilLedgerService ledgers) {
		this.ledgers = ledgers;
	}

	@Override
	public int order() {
		return 950;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		if (!PupilLedgerService.mayRead(actor)) {
			return Optional.empty();
		}
		var ledger = this.ledgers.ofCase(application.id());
		return ledger.lines().isEmpty() ? Optional.empty()
				: Optional.of(new Card("disbursement/_case", new OfCase(application.enrolmentId(), ledger)));
	}

	/** What the card shows. */
	record OfCase(long enrolmentId, PupilLedger ledger) {

	}

}
