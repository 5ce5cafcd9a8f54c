package org.nuanyang.report;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.RoundStep;
import org.nuanyang.programme.Tier;

/**
 * Which lines of a measure a list shows.
 *
 * @param side null for the side that its figure counts
 * @param step of {@link Measure#WAITING}, the step that a case waits for
 */
record FigureFilter(@Nullable Side side, @Nullable Long school, @Nullable Integer grade, @Nullable Long schoolClass,
		@Nullable Tier tier, @Nullable RoundStep step, @Nullable Integer page) {

	static final int SIZE = 50;

	Side side(Measure measure) {
		return (this.side != null && !measure.isOneSided()) ? this.side : measure.shown();
	}

	int number() {
		return (this.page != null) ? Math.max(1, this.page) : 1;
	}

}
