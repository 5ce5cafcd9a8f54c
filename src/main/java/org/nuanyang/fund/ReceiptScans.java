package org.nuanyang.fund;

import java.util.List;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Component;

/**
 * The documents under which money came in: kept by finance while the receipt stands, read
 * by whoever reads the money, ticked by somebody who has seen the original.
 */
@Component
class ReceiptScans implements AttachmentGuard {

	static final String OWNER = "receipt";

	private static final int MOST = 6;

	private final FundService funds;

	ReceiptScans(FundService funds) {
		this.funds = funds;
	}

	@Override
	public String ownerType() {
		return OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		if (!actor.is(Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR)) {
			throw new NotFound("receipt " + id);
		}
		var receipt = this.funds.receipt(actor, id);
		var writes = actor.scope().write().contains(receipt.fund().schoolId()) && !receipt.row().reversed();
		return new AttachmentHolder(receipt.fund().schoolId(), receipt.path(),
				List.of(new AttachmentSlot("document", "fund.receipt.scan", MOST, true)),
				writes && actor.is(Role.FINANCE), writes && actor.is(Role.OFFICER, Role.PRINCIPAL));
	}

}
