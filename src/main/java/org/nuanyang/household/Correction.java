package org.nuanyang.household;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A form that was sent back to be corrected, until it is handed in again.
 *
 * @param reason what was written when it was sent back
 * @param missing what is missing now, all of it
 * @param page where it is handed in again
 */
public record Correction(String by, Instant at, @Nullable String reason, List<MessageSourceResolvable> missing,
		String page) {

}
