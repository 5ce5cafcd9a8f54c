package org.nuanyang.attachment;

import java.util.List;

/** The slots of a thing as one person sees them; drawn by {@code attachment/_slots}. */
public record AttachmentBoard(AttachmentOwner owner, List<SlotView> slots, long reader, AttachmentHolder holder) {

	public boolean mayChange() {
		return this.holder.mayChange();
	}

	public boolean mayRemove(AttachmentView file) {
		return mayChange() && !this.holder.keeps(file);
	}

	/** A single place takes another file only as long as the former may be taken out. */
	public boolean mayAdd(SlotView slot) {
		return mayChange() && slot.takesMore()
				&& (slot.slot().max() > 1 || slot.files().stream().noneMatch(this.holder::keeps));
	}

	/** Nobody checks what they handed in themselves. */
	public boolean mayCheck(AttachmentView file) {
		return this.holder.mayCheck() && file.isLive() && file.checked() == null
				&& file.uploaded().userId() != this.reader;
	}

	/** Message key of what may be handed in. */
	public String limitsKey() {
		return this.slots.stream().allMatch((slot) -> slot.slot().pictures()) ? "attachment.limits.pictures"
				: "attachment.limits";
	}

	/** Megabytes of one file. */
	public int largest() {
		return SafeFile.LARGEST_MEGABYTES;
	}

	/** How many needed slots are empty. */
	public long missing() {
		return this.slots.stream().filter(SlotView::isMissing).count();
	}

	/** How many files still wait for the tick. */
	public long unchecked() {
		return this.slots.stream()
			.filter((slot) -> !slot.slot().pictures())
			.flatMap((slot) -> slot.files().stream())
			.filter((file) -> file.checked() == null)
			.count();
	}

}
