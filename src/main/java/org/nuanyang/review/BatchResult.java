package org.nuanyang.review;

import java.io.Serializable;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;

/**
 * What became of one case in a batch of decisions.
 *
 * @param refusal message key of why it was left for a decision of its own, or null
 */
public record BatchResult(long applicationId, String name, @Nullable String refusal) implements Serializable {

	static BatchResult decided(CaseView application) {
		return new BatchResult(application.id(), application.name(), null);
	}

	static BatchResult refused(CaseView application, String refusal) {
		return new BatchResult(application.id(), application.name(), refusal);
	}

	/**
	 * Cases that came back after an objection, near a line, on which class and rule set
	 * disagree, or to which a member may be kin, are talked about one by one.
	 */
	static Optional<String> hindrance(CaseView application, ThresholdLines lines, boolean returned, boolean kin) {
		if (kin) {
			return Optional.of("review.batch.kin");
		}
		if (returned) {
			return Optional.of("review.batch.returned");
		}
		if (lines.near(application).isPresent()) {
			return Optional.of("review.batch.near");
		}
		if (application.classTier() != application.suggestedTier()) {
			return Optional.of("review.batch.class-differs");
		}
		return Optional.empty();
	}

	public boolean isDecided() {
		return this.refusal == null;
	}

}
