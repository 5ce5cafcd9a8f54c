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
 * @param conflict the reader had a hand in the case or the notice, or teaches the class
 * @param stuck no account of the school may take it up
 * @param followed what is done about it where it is about no case, once upheld
 */
public record ObjectionPage(ObjectionRow row, String words, @Nullable String evidence, List<Means> means,
		@Nullable String finding, @Nullable Handling handling, @Nullable Answer answer, @Nullable String registeredBy,
		LocalDateTime registeredAt, boolean anonymous, boolean conflict, boolean stuck, @Nullable Followed followed,
		List<ObjectionAction> actions, boolean mayReveal, List<Step> history) {

	public boolean may(String action) {
		return this.actions.contains(ObjectionAction.valueOf(action));
	}

	/** Whose words are {@code objection.renotice.…}; what is truly published anew. */
	public String renotice() {
		var outcome = this.row.outcome();
		if (this.row.applicationId() == null) {
			return (this.followed != null) ? this.followed.renotice() : "false";
		}
		return String.valueOf(outcome != null && outcome.reopens());
	}

	/** Where what is published anew goes on, or null where nothing is. */
	public @Nullable String nextPage() {
		return switch (renotice()) {
			case "true" -> "/applications/" + this.row.applicationId();
			case "waits" -> "/notices/" + this.row.noticeId() + "/withdrawal";
			case "withdrawn" -> "/notices";
			default -> null;
		};
	}

	/**
	 * One step.
	 *
	 * @param actorName null for the public form
	 */
	public record Step(String action, @Nullable String actorName, LocalDateTime at) {

	}

}
