package org.nuanyang.application;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One step in the history of a case: who did what, when and why. */
public record CaseEvent(ApplicationAction action, @Nullable ApplicationStatus from, ApplicationStatus to,
		@Nullable String reason, String actorName, Instant at) {

}
