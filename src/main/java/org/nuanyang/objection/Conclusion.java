package org.nuanyang.objection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * What the examination came to.
 *
 * @param handling what is to become of the case; of one that stays as it is only KEEP, of
 * no case nothing
 * @param task what the committee should look at again; stands in the case's history,
 * where the class teacher reads it
 * @param measure what is done where no case goes back to the committee
 */
public record Conclusion(List<Means> means, String finding, Outcome outcome, @Nullable Handling handling,
		@Nullable String task, @Nullable Measure measure) {

	/** About a case. */
	public Conclusion(List<Means> means, String finding, Outcome outcome, @Nullable Handling handling,
			@Nullable String task) {
		this(means, finding, outcome, handling, task, null);
	}

	/** What stays as it is is kept; what is decided anew needs a word on how. */
	Conclusion checked(boolean aboutCase) {
		var handled = aboutCase ? this.outcome.reopens() ? this.handling : Handling.KEEP : null;
		if (this.handling != null && this.handling != handled) {
			throw RuleViolation.on("handling", aboutCase ? "objection.handling.keep" : "objection.handling.none");
		}
		if (aboutCase && handled == null) {
			throw RuleViolation.on("handling", "objection.handling.missing");
		}
		if (this.outcome == Outcome.UPHELD && handled == Handling.KEEP) {
			throw RuleViolation.on("handling", "objection.handling.upheld");
		}
		return new Conclusion(this.means, this.finding, this.outcome, handled, this.task, this.measure);
	}

}
