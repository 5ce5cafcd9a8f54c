package org.nuanyang.payee;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Component;

/**
 * The papers that an account was copied from. The number stands on them in full: they are
 * for who entered it and for who compares it; once decided upon they stay.
 */
@Component
class PayeeScans implements AttachmentGuard {

	static final String OWNER = "payee";

	private static final int MOST = 4;

	private final PayeeService payees;

	PayeeScans(PayeeService payees) {
		this.payees = payees;
	}

	@Override
	public String ownerType() {
		return OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		var payee = this.payees.seen(actor, id);
		if (!mayRead(actor, payee)) {
			throw new NotFound("papers of payee " + id);
		}
		var enters = actor.is(Role.OFFICER, Role.HEAD_TEACHER);
		var writes = actor.scope().write().contains(payee.schoolId());
		return new AttachmentHolder(payee.schoolId(), "/students/" + payee.enrolmentId() + "/payee", slots(payee),
				writes && enters && payee.status() == PayeeStatus.PENDING,
				writes && actor.is(Role.OFFICER, Role.FINANCE), payee.decidedAt());
	}

	static boolean mayRead(Actor actor, PayeeView payee) {
		return actor.is(Role.OFFICER, Role.FINANCE) || actor.userId() == payee.enteredById();
	}

	private static List<AttachmentSlot> slots(PayeeView payee) {
		var slots = new ArrayList<AttachmentSlot>();
		slots.add(new AttachmentSlot("card", "payee.scan.card", MOST, false));
		if (payee.relation() != PayeeRelation.SELF) {
			slots.add(new AttachmentSlot("authorisation", "payee.scan.authorisation", MOST,
					payee.authorisation() != null));
		}
		return List.copyOf(slots);
	}

}
