package org.nuanyang.identification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/**
 * A stored assessment, kept as it was calculated.
 *
 * @param ruleSet name of the rule set (量化表)
 * @param total points, of {@code fullMarks}; null when a category entitles directly
 * @param directCategory name of the category that entitles without scoring, or null
 * @param sensitivity who may see that category; null without one
 * @param veto why the household is excluded whatever it scores, or null
 * @param suggested the tier that follows, or null: 不予认定
 */
public record AssessmentView(long id, long enrolmentId, SchoolYear year, long ruleSetId, Label ruleSet,
		int ruleSetVersion, Instant assessedAt, String assessedBy, @Nullable BigDecimal total, BigDecimal fullMarks,
		@Nullable Label directCategory, @Nullable Sensitivity sensitivity, @Nullable Label veto,
		@Nullable Tier suggested, List<AssessedGroup> groups, List<Threshold> thresholds) {

	/** Stands for a category where its name is not for who reads. */
	private static final Label WITHHELD = new Label("按权限不显示的类型", "a category not shown to your role");

	/**
	 * As this person may see it: an entitlement is no secret, its category can be one.
	 */
	AssessmentView shownTo(Actor actor) {
		return (this.sensitivity == null || this.sensitivity.isVisibleTo(actor)) ? this
				: new AssessmentView(this.id, this.enrolmentId, this.year, this.ruleSetId, this.ruleSet,
						this.ruleSetVersion, this.assessedAt, this.assessedBy, this.total, this.fullMarks, WITHHELD,
						this.sensitivity, this.veto, this.suggested, this.groups, this.thresholds);
	}

	/** A paper is read by whoever finds it: it names no category that is protected. */
	public boolean isCategoryForPaper() {
		return this.sensitivity == null || this.sensitivity == Sensitivity.NORMAL;
	}

	/** The total as a whole number, half up; null when nothing was scored. */
	public @Nullable Integer points() {
		return (this.total == null) ? null : this.total.setScale(0, RoundingMode.HALF_UP).intValueExact();
	}

	/** The threshold above the total that is nearest; none above the highest tier. */
	public Optional<Threshold> next() {
		var scored = this.total;
		return (scored == null) ? Optional.empty()
				: this.thresholds.stream()
					.filter((threshold) -> threshold.from().compareTo(scored) > 0)
					.reduce((higher, lower) -> lower);
	}

	/** The threshold that the total has reached. */
	public Optional<Threshold> reached() {
		var scored = this.total;
		return (scored == null) ? Optional.empty()
				: this.thresholds.stream().filter((threshold) -> threshold.from().compareTo(scored) <= 0).findFirst();
	}

	/** What is verified of the family, each value once. */
	public List<AssessedIndicator.Value> values() {
		return this.groups.stream().flatMap((group) -> group.values().stream()).distinct().toList();
	}

	/** Points missing to the next threshold; zero when there is none. */
	public BigDecimal gap() {
		var scored = (this.total == null) ? BigDecimal.ZERO : this.total;
		return next().map((threshold) -> threshold.from().subtract(scored)).orElse(BigDecimal.ZERO);
	}

	/** Within two points of the next tier: worth a second look. */
	public boolean isBorderline() {
		return this.veto == null && gap().signum() > 0 && gap().compareTo(BigDecimal.TWO) <= 0;
	}

	/** Groups with enough points left to reach the next threshold alone. */
	public List<AssessedGroup> couldChange() {
		return (gap().signum() == 0) ? List.of()
				: this.groups.stream().filter((group) -> group.room().compareTo(gap()) >= 0).toList();
	}

	/** The bands of the scale from zero up, for drawing. */
	public List<ScoreBand> bands() {
		return ScoreBand.of(this.thresholds, this.fullMarks);
	}

	/** Where the total lies on the scale, in percent. */
	public String position() {
		var scored = (this.total == null) ? BigDecimal.ZERO : this.total;
		return ScoreBand.percent(scored.max(BigDecimal.ZERO).min(this.fullMarks), this.fullMarks);
	}

}
