package org.nuanyang.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A thing that has attachments, as one person sees it.
 *
 * @param page where its slots are shown
 * @param slots those that this person may see; what lies in others stays hidden
 * @param mayChange adds, and removes what is not kept
 * @param keptUntil what was handed in up to this moment was decided upon and stays, or
 * null as long as nothing is decided
 * @param mayCheck ticks what somebody else handed in as checked against the original
 */
public record AttachmentHolder(long schoolId, String page, List<AttachmentSlot> slots, boolean mayChange,
		boolean mayCheck, @Nullable Instant keptUntil) {

	public AttachmentHolder(long schoolId, String page, List<AttachmentSlot> slots, boolean mayChange,
			boolean mayCheck) {
		this(schoolId, page, slots, mayChange, mayCheck, null);
	}

	public AttachmentHolder {
		slots = List.copyOf(slots);
	}

	/** Taken out by nobody any more. */
	boolean keeps(AttachmentView file) {
		return this.keptUntil != null && !file.uploaded().at().isAfter(this.keptUntil);
	}

	boolean takesPictures(String code) {
		return slot(code).filter(AttachmentSlot::pictures).isPresent();
	}

	Optional<AttachmentSlot> slot(String code) {
		return this.slots.stream().filter((slot) -> slot.code().equals(code)).findFirst();
	}

}
