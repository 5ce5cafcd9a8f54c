package org.nuanyang.attachment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One file of a slot as a page shows it; its content is fetched apart. */
public record AttachmentView(String publicId, String slot, String name, String kind, int size, Deed uploaded,
		@Nullable Deed checked, @Nullable Deed removed) {

	/** Who did something to it, and when. */
	public record Deed(long userId, String name, Instant at) {

	}

	public boolean isLive() {
		return this.removed == null;
	}

	/** 1.2 MB, or 240 KB */
	public String sizeText() {
		return (this.size >= 1 << 20) ? "%.1f MB".formatted(this.size / 1048576.0)
				: Math.max(1, this.size >> 10) + " KB";
	}

}
