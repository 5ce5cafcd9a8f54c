package org.nuanyang.disbursement;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a batch.
 *
 * @param figures numbers that go with it: count and amount, or a checksum
 */
public record StepRow(BatchAction action, @Nullable String note, @Nullable String figures, long byId, String by,
		ZonedDateTime at) {

	/** The sentence that the figures fill. */
	public String figuresKey() {
		return switch (this.action) {
			case ISSUE_FILE, TAKE_RETURN, TAKE_SIGNATURES, REISSUE -> "disbursement.figures." + this.action;
			default -> "disbursement.figures";
		};
	}

	public List<String> figureList() {
		return (this.figures != null) ? List.of(this.figures.split(" · ")) : List.of();
	}

}
