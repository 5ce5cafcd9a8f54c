package org.nuanyang.application;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;

/** The form that opens a round; its steps stand in the order of {@link RoundStep}. */
record RoundForm(@NotNull @Min(2020) @Max(2099) Integer year, @NotBlank @Size(max = 60) String name,
		@NotNull @Min(AidRound.LEAST_NOTICE_DAYS) @Max(30) Integer noticeWorkingDays, List<@Valid StepDays> steps,
		@Nullable Set<Long> programmes) {

	RoundForm {
		// The page shows all nine, however few came with the request.
		var given = (steps != null) ? steps : List.<StepDays>of();
		steps = Arrays.stream(RoundStep.values())
			.map((step) -> (step.ordinal() < given.size() && given.get(step.ordinal()) != null)
					? given.get(step.ordinal()) : new StepDays(null, null, null))
			.toList();
	}

	/**
	 * What is proposed.
	 * @param leaders who answered for the steps last year
	 * @param opener who answers for the others until somebody else is named
	 */
	static RoundForm proposing(SchoolYear year, String name, Map<RoundStep, RoundPlan.Dates> dates,
			Map<RoundStep, String> leaders, String opener, Set<Long> programmes) {
		return new RoundForm(year.firstYear(), name, AidRound.LEAST_NOTICE_DAYS,
				Arrays.stream(RoundStep.values())
					.map((step) -> StepDays.of(dates.get(step),
							dates.containsKey(step) ? leaders.getOrDefault(step, opener) : null))
					.toList(),
				programmes);
	}

	public boolean asks(long programme) {
		return this.programmes != null && this.programmes.contains(programme);
	}

	/** Steps that the calendars do not reach. */
	public boolean hasGaps() {
		return this.steps.stream().anyMatch((days) -> days.dates().isEmpty());
	}

	RoundPlan plan() {
		var dates = StepDays.dates(this.steps);
		if (this.programmes == null || this.programmes.isEmpty()) {
			throw RuleViolation.on("programmes", "application.round.programme.none");
		}
		return new RoundPlan(new SchoolYear(this.year), this.name, this.noticeWorkingDays, dates,
				StepDays.leaders(this.steps), this.programmes);
	}

}
