package org.nuanyang.attachment;

import java.util.List;

/**
 * One slot with its files.
 *
 * @param former removed or replaced ones, kept for the record
 */
public record SlotView(AttachmentSlot slot, List<AttachmentView> files, List<AttachmentView> former) {

	static SlotView of(AttachmentSlot slot, List<AttachmentView> all) {
		var own = all.stream().filter((file) -> file.slot().equals(slot.code())).toList();
		return new SlotView(slot, own.stream().filter(AttachmentView::isLive).toList(),
				own.stream().filter((file) -> !file.isLive()).toList());
	}

	public boolean isMissing() {
		return this.slot.needed() && this.files.isEmpty();
	}

	/** Whether every file in it was held against the original. */
	public boolean isChecked() {
		return !this.files.isEmpty() && this.files.stream().allMatch((file) -> file.checked() != null);
	}

	/** A single place always takes a newer file instead. */
	public boolean takesMore() {
		return this.slot.max() == 1 || this.files.size() < this.slot.max();
	}

}
