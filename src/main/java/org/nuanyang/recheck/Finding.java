package org.nuanyang.recheck;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;

/**
 * What the officer found when looking again.
 *
 * @param tier the new tier; of no account when the outcome is KEEP, BOARDING or END
 * @param cause only when the recognition ends
 * @param from the first term whose money changes
 */
public record Finding(RecheckOutcome outcome, @Nullable Tier tier, @Nullable EndCause cause, LocalDate effectiveOn,
		Term from, String reason, String evidence) {

	/** The tier after it, from the tier before it; null when the recognition ends. */
	@Nullable Tier after(Tier before) {
		return switch (this.outcome) {
			case KEEP, BOARDING -> before;
			case END -> null;
			default -> this.tier;
		};
	}

	/** Says at the field what does not fit. */
	void check(Tier before, SchoolYear year, LocalDate today) {
		var after = after(before);
		if (this.outcome == RecheckOutcome.END && this.cause == null) {
			throw RuleViolation.on("cause", "recheck.refused.cause");
		}
		if (this.outcome != RecheckOutcome.END && (after == null || !this.outcome.fits(before, after))) {
			throw RuleViolation.on("tier", "recheck.refused.tier." + this.outcome);
		}
		if (this.effectiveOn.isAfter(today)) {
			throw RuleViolation.on("effectiveOn", "recheck.refused.future");
		}
		if (this.effectiveOn.isBefore(year.first()) || this.effectiveOn.isAfter(year.last())) {
			throw RuleViolation.on("effectiveOn", "recheck.refused.year", year.label());
		}
	}

}
