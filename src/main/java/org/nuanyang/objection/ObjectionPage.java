package org.nuanyang.objection;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An objection as its handlers see it; who objected is not in it.
 *
 * @param handling what is to become of the case, or null before the conclusion
 * @param registeredBy who wrote it down (受理人), or null for the public form
 * @param anonymous nobody knows who objected
 * @param conflict the reader decided the case or is the pupil's class teacher
 */
public record ObjectionPage(ObjectionRow row, String words, @Nullable String evidence, List<Means> means,
		@Nullable String finding, @Nullable Handling handling, @Nullable Answer answer, @Nullable String registeredBy,
		LocalDateTime registeredAt, boolean anonymous, boolean conflict, List<ObjectionAction> actions,
		boolean mayReveal, List<Step> history) {

	public boolean may(String action) {
		return this.actions.contains(ObjectionAction.valueOf(action));
	}

	/**
	 * One step.
	 *
	 * @param actorName null for the public form
	 */
	public record Step(String action, @Nullable String actorName, LocalDateTime at) {

	}

}
