package org.nuanyang.attachment;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.attachment.AttachmentRepository.Stored;
import org.nuanyang.attachment.AttachmentView.Deed;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in the slots of things. Every way in asks the guard of the thing's type; adding,
 * opening, checking and removing are recorded.
 */
@Service
@Transactional
public class AttachmentService {

	private static final String SUBJECT = "attachment";

	private final AttachmentRepository attachments;

	private final ObjectProvider<AttachmentGuard> guards;

	private final Audit audit;

	private final Clock clock;

	AttachmentService(AttachmentRepository attachments, ObjectProvider<AttachmentGuard> guards, Audit audit,
			Clock clock) {
		this.attachments = attachments;
		this.guards = guards;
		this.audit = audit;
		this.clock = clock;
	}

	/** The slots of a thing, for its page. */
	@Transactional(readOnly = true)
	public AttachmentBoard board(Actor actor, AttachmentOwner owner) {
		var holder = holder(actor, owner);
		var files = this.attachments.of(holder.schoolId(), owner);
		return new AttachmentBoard(owner, holder.slots().stream().map((slot) -> SlotView.of(slot, files)).toList(),
				actor.userId(), holder);
	}

	/**
	 * Codes of the slots that hold a file, whoever asks: completeness must not depend on
	 * what the person at the keyboard may open.
	 */
	@Transactional(readOnly = true)
	public Set<String> filled(long schoolId, AttachmentOwner owner) {
		return this.attachments.of(schoolId, owner)
			.stream()
			.filter(AttachmentView::isLive)
			.map(AttachmentView::slot)
			.collect(Collectors.toSet());
	}

	/**
	 * Puts a file into a slot; in a slot for one it takes the place of the former, which
	 * stays on record.
	 */
	public AttachmentHolder add(Actor actor, AttachmentOwner owner, String slotCode, SafeFile file) {
		var holder = changeable(actor, owner);
		var slot = holder.slot(slotCode).orElseThrow(() -> new NotFound("slot " + slotCode));
		if (slot.pictures() && !file.kind().isPicture()) {
			throw RuleViolation.on("file", "attachment.refused.no-picture");
		}
		this.attachments.hold(owner, slotCode);
		this.attachments.same(holder.schoolId(), owner, slotCode, file).ifPresent((same) -> {
			throw RuleViolation.on("file", "attachment.refused.same", same.name(), same.uploaded().name());
		});
		var live = this.attachments.of(holder.schoolId(), owner)
			.stream()
			.filter((other) -> other.isLive() && other.slot().equals(slotCode))
			.toList();
		if (slot.max() > 1 && live.size() >= slot.max()) {
			throw RuleViolation.on("file", "attachment.refused.full", slot.max());
		}
		if (slot.max() == 1 && live.stream().anyMatch(holder::keeps)) {
			throw RuleViolation.on("file", "attachment.refused.kept");
		}
		var deed = deed(actor);
		live.stream().filter((other) -> slot.max() == 1).forEach((former) -> this.attachments.remove(former, deed));
		var id = this.attachments.add(holder.schoolId(), owner, slotCode, file, deed);
		this.audit.record(actor, holder.schoolId(), "attachment.added", SUBJECT, id,
				Map.of("owner", owner.type(), "ownerId", owner.id(), "slot", slotCode, "kind", file.kind().name(),
						"bytes", file.content().length, "replaced", (slot.max() == 1) ? live.size() : 0));
		return holder;
	}

	/** The thing as this person may see it. */
	@Transactional(readOnly = true)
	AttachmentHolder of(Actor actor, AttachmentOwner owner) {
		return holder(actor, owner);
	}

	/** The content, for whom the guard lets in and only from a slot shown to them. */
	AttachmentContent open(Actor actor, String publicId) {
		var stored = stored(actor, publicId);
		var content = this.attachments.content(publicId);
		record(actor, stored, "attachment.opened");
		return new AttachmentContent(stored.view().name(), FileKind.valueOf(stored.view().kind()), content);
	}

	/** 已核对: somebody else than who handed it in has seen the original. */
	AttachmentHolder check(Actor actor, String publicId) {
		var stored = stored(actor, publicId);
		if (!stored.holder().mayCheck()) {
			throw new NotFound("attachment to check " + publicId);
		}
		if (stored.view().uploaded().userId() == actor.userId()) {
			throw new RuleViolation("attachment.refused.own-check");
		}
		if (!this.attachments.check(stored.view(), deed(actor))) {
			throw new RuleViolation("attachment.refused.gone");
		}
		record(actor, stored, "attachment.checked");
		return stored.holder();
	}

	/** Takes a file out of its slot; it stays on record. */
	AttachmentHolder remove(Actor actor, String publicId) {
		var stored = stored(actor, publicId);
		var holder = changeable(actor, stored.owner());
		if (holder.keeps(stored.view())) {
			throw new RuleViolation("attachment.refused.kept");
		}
		if (!this.attachments.remove(stored.view(), deed(actor))) {
			throw new RuleViolation("attachment.refused.gone");
		}
		record(actor, stored, "attachment.removed");
		return holder;
	}

	private Found stored(Actor actor, String publicId) {
		var stored = this.attachments.find(publicId).orElseThrow(() -> new NotFound("attachment " + publicId));
		var holder = holder(actor, stored.owner());
		if (holder.slot(stored.view().slot()).isEmpty()) {
			throw new NotFound("attachment " + publicId);
		}
		return new Found(stored, holder);
	}

	private void record(Actor actor, Found found, String action) {
		this.audit.record(actor, found.holder().schoolId(), action, SUBJECT, found.stored().id(),
				Map.of("owner", found.owner().type(), "ownerId", found.owner().id(), "slot", found.view().slot()));
	}

	private AttachmentHolder changeable(Actor actor, AttachmentOwner owner) {
		var holder = holder(actor, owner);
		if (!holder.mayChange()) {
			throw new RuleViolation("attachment.refused.closed");
		}
		return holder;
	}

	private AttachmentHolder holder(Actor actor, AttachmentOwner owner) {
		return this.guards.stream()
			.filter((guard) -> guard.ownerType().equals(owner.type()))
			.findFirst()
			.orElseThrow(() -> new NotFound("guard of " + owner.type()))
			.holder(actor, owner.id());
	}

	private Deed deed(Actor actor) {
		return new Deed(actor.userId(), actor.name(), this.clock.instant());
	}

	private record Found(Stored stored, AttachmentHolder holder) {

		AttachmentOwner owner() {
			return this.stored.owner();
		}

		AttachmentView view() {
			return this.stored.view();
		}

	}

}
