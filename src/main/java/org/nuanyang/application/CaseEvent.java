package org.nuanyang.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** One step in the history of a case: who did what, when and why. */
public record CaseEvent(ApplicationAction action, @Nullable ApplicationStatus from, ApplicationStatus to,
		@Nullable String reason, String actorName, Instant at) {

	/**
	 * That another visit was asked for, while none was made since.
	 * @param history the last step first
	 */
	static Optional<CaseEvent> revisit(List<CaseEvent> history) {
		return history.stream()
			.filter((event) -> event.action == ApplicationAction.RETURN_TO_VISIT
					|| event.action == ApplicationAction.RECORD_VISIT)
			.findFirst()
			.filter((event) -> event.action == ApplicationAction.RETURN_TO_VISIT);
	}

}
