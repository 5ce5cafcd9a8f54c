package org.nuanyang.report;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/** Which payments a list shows. */
record PayFilter(SchoolYear year, @Nullable Long school, @Nullable Long programme, @Nullable Term term,
		@Nullable PayState state, int page) {

	static final int SIZE = 50;

}
