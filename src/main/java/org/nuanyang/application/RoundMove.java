package org.nuanyang.application;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The days of one step, moved.
 *
 * @param former the days until then, or null where there were none
 */
public record RoundMove(RoundStep step, RoundPlan.@Nullable Dates former, RoundPlan.Dates now, String reason,
		String movedBy, @Nullable Instant movedAt) {

}
