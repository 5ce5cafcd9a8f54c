package org.nuanyang.attachment;

import java.util.List;
import java.util.Optional;

/**
 * A thing that has attachments, as one person sees it.
 *
 * @param page where its slots are shown
 * @param slots those that this person may see; what lies in others stays hidden
 * @param mayChange adds and removes; false once the thing is decided
 * @param mayCheck ticks what somebody else handed in as checked against the original
 */
public record AttachmentHolder(long schoolId, String page, List<AttachmentSlot> slots, boolean mayChange,
		boolean mayCheck) {

	public AttachmentHolder {
		slots = List.copyOf(slots);
	}

	boolean takesPictures(String code) {
		return slot(code).filter(AttachmentSlot::pictures).isPresent();
	}

	Optional<AttachmentSlot> slot(String code) {
		return this.slots.stream().filter((slot) -> slot.code().equals(code)).findFirst();
	}

}
