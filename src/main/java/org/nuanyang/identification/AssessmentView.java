package org.nuanyang.identification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/**
 * A stored assessment, kept as it was calculated.
 *
 * @param ruleSetName name of the rule set (量化表)
 * @param total points, of {@code fullMarks}; null when a category entitles directly
 * @param directCategory name of the category that entitles without scoring, or null
 * @param veto why the household is excluded whatever it scores, or null
 * @param suggested the tier that follows, or null: 不予认定
 */
public record AssessmentView(long id, long enrolmentId, SchoolYear year, String ruleSetName, int ruleSetVersion,
		Instant assessedAt, String assessedBy, @Nullable BigDecimal total, BigDecimal fullMarks,
		@Nullable String directCategory, @Nullable String veto, @Nullable Tier suggested,
		List<AssessedIndicator> indicators, List<Threshold> thresholds) {

	/** The total as a whole number, half up; null when nothing was scored. */
	public @Nullable Integer points() {
		return (this.total == null) ? null : this.total.setScale(0, RoundingMode.HALF_UP).intValueExact();
	}

}
