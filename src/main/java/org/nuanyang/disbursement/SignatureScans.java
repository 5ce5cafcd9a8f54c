package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Component;

/**
 * The signed sheets of a batch that no bank pays: put in by finance until who signed is
 * recorded, read by whoever reads the batch.
 */
@Component
class SignatureScans implements AttachmentGuard {

	private static final int MOST = 20;

	private final BatchRepository batches;

	SignatureScans(BatchRepository batches) {
		this.batches = batches;
	}

	@Override
	public String ownerType() {
		return SignatureService.OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		if (!actor.is(Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR)) {
			throw new NotFound("signed sheets of batch " + id);
		}
		var batch = this.batches.findById(id)
			.filter((one) -> !one.payout().isBank())
			.orElseThrow(() -> new NotFound("signed sheets of batch " + id));
		var writes = actor.scope().write().contains(batch.schoolId());
		return new AttachmentHolder(batch.schoolId(), "/batches/" + id + "/signatures",
				List.of(new AttachmentSlot(SignatureService.SLOT, "disbursement.signatures.scan", MOST, true)),
				writes && actor.is(Role.FINANCE) && batch.status() == BatchStatus.LOCKED,
				writes && actor.is(Role.OFFICER, Role.PRINCIPAL));
	}

}
