package org.nuanyang.review;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * Cases to decide as suggested: those ticked, or all the page offered.
 *
 * @param seen what the page offered; see {@link Shown}
 */
record DecisionBatchForm(@Nullable List<Long> cases, @Nullable Boolean all, @Nullable String seen) {

	Collection<Long> chosen() {
		if (Boolean.TRUE.equals(this.all)) {
			return shown().outcomes().keySet();
		}
		if (this.cases == null) {
			throw new RuleViolation("review.batch.nobody");
		}
		return this.cases;
	}

	Shown shown() {
		return Shown.read(this.seen);
	}

}
