package org.nuanyang.disbursement;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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

	/** Counts with their separators; a checksum is longer than any of them. */
	public List<String> figureList() {
		return Arrays.stream(Objects.requireNonNullElse(this.figures, "").split(" · "))
			.filter((figure) -> !figure.isEmpty())
			.map((figure) -> figure.matches("\\d{4,7}") ? String.format(Locale.ROOT, "%,d", Integer.valueOf(figure))
					: figure)
			.toList();
	}

}
