package org.nuanyang.disbursement;

import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments, and attempts that failed, on the timeline of a pupil; what is due beside what
 * was paid on a card.
 */
@Component
class PaymentFilePart implements PupilFilePart {

	private final PaymentRepository payments;

	private final PupilAidReader aid;

	PaymentFilePart(PaymentRepository payments, PupilAidReader aid) {
		this.payments = payments;
		this.aid = aid;
	}

	@Override
	public String headingKey() {
		return "disbursement.file.heading";
	}

	@Override
	public int order() {
		return 90;
	}

	@Override
	@Transactional(readOnly = true)
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		// Whoever cares for the pupil's mind need not know of the money.
		return actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.FINANCE, Role.PRINCIPAL, Role.COUNTY, Role.DISTRICT,
				Role.AUDITOR)
						? this.payments.ofPupil(pupil.id()).stream().map((payment) -> entry(actor, payment)).toList()
						: List.of();
	}

	@Override
	public Optional<Tab> tab(Actor actor, PupilView pupil) {
		return PupilLedgerService.mayRead(actor)
				? Optional.of(new Tab("disbursement.pupil.tab", "/students/" + pupil.id() + "/payments"))
				: Optional.empty();
	}

	@Override
	public Optional<Card> card(Actor actor, PupilView pupil) {
		if (!PupilAidReader.mayRead(actor)) {
			return Optional.empty();
		}
		var aid = this.aid.of(actor, pupil);
		return aid.isEmpty() ? Optional.empty() : Optional.of(new Card("disbursement/_aid", aid, 1));
	}

	private static TimelineEntry entry(Actor actor, PaymentRepository.PupilPayment payment) {
		var entry = new TimelineEntry(payment.on(), payment.messageKey(), payment.programmeName(),
				payment.year().label(), new DefaultMessageSourceResolvable("disbursement.term." + payment.term()),
				payment.amount().toString());
		return actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR)
				? entry.noted(payment.note()).linked("/batches/" + payment.batchId() + "/rows/" + payment.rowId())
				: entry;
	}

}
