package org.nuanyang.watch;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A finding: whom and what it is about, and where to look.
 *
 * @param said names the sentence that says what was found; a, b and c fill it
 */
record FlagRow(String school, @Nullable Long enrolmentId, @Nullable String name, @Nullable String className,
		@Nullable Long applicationId, @Nullable Long awardId, @Nullable Long batchId, @Nullable String batchNumber,
		@Nullable Long noticeId, @Nullable LocalDate on, @Nullable Yuan amount, String said, @Nullable String a,
		@Nullable String b, @Nullable String c) {

	public String saidKey() {
		return "watch.said." + this.said;
	}

	public @Nullable Object[] arguments() {
		return new @Nullable Object[] { this.a, this.b, this.c };
	}

}
