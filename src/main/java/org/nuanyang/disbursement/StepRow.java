package org.nuanyang.disbursement;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A step in the life of a batch.
 *
 * @param figures numbers that go with it: count and amount, or a checksum
 */
public record StepRow(BatchAction action, @Nullable String note, @Nullable String figures, long byId, String by,
		ZonedDateTime at) {

}
