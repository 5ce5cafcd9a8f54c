package org.nuanyang.report;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;

/**
 * Which lines of a measure a list shows.
 *
 * @param met those for whom it is met, or the others; null for the side that its figure
 * counts
 */
record FigureFilter(@Nullable Boolean met, @Nullable Long school, @Nullable Integer grade, @Nullable Long schoolClass,
		@Nullable Tier tier, @Nullable Integer page) {

	static final int SIZE = 50;

	boolean side(Measure measure) {
		return (this.met != null) ? this.met : !measure.isOpen();
	}

	int number() {
		return (this.page != null) ? Math.max(1, this.page) : 1;
	}

}
