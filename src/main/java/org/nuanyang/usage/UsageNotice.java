package org.nuanyang.usage;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A notice of fund use as its pages show it.
 *
 * @param closesOn the day up to which its figures count
 */
record UsageNotice(long id, long schoolId, String schoolName, UsagePeriod period, java.time.LocalDate closesOn,
		UsageStatus status, long draftedById, String draftedBy, ZonedDateTime draftedAt, @Nullable String approvedBy,
		@Nullable ZonedDateTime publishedAt, @Nullable String sha256, @Nullable String withdrawnBy,
		@Nullable ZonedDateTime withdrawnAt, @Nullable String reason, List<UsageLine> lines) {

	public Yuan received() {
		return sum(UsageLine::received);
	}

	public Yuan allocated() {
		return sum(UsageLine::allocated);
	}

	public Yuan used() {
		return sum(UsageLine::used);
	}

	public Yuan opening() {
		return sum(UsageLine::opening);
	}

	public Yuan closing() {
		return sum(UsageLine::closing);
	}

	private Yuan sum(Function<UsageLine, Yuan> of) {
		return this.lines.stream().map(of).reduce(Yuan.ZERO, Yuan::plus);
	}

	/** What is kept as evidence and hashed. */
	String text() {
		var text = new StringBuilder(
				this.schoolName + "|" + this.period.code() + "|" + this.period.from() + "|" + this.closesOn);
		this.lines.forEach((line) -> text.append('\n').append(line.text()));
		return text.toString();
	}

}
