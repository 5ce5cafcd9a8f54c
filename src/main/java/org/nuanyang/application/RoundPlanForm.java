package org.nuanyang.application;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form that moves the days of a round; its steps stand in the order of
 * {@link RoundStep}.
 */
record RoundPlanForm(int version, @Nullable List<@Valid StepDays> steps, @Nullable @Size(max = 300) String reason) {

	RoundPlanForm {
		var given = (steps != null) ? steps : List.<StepDays>of();
		steps = Arrays.stream(RoundStep.values())
			.map((step) -> (step.ordinal() < given.size() && given.get(step.ordinal()) != null)
					? given.get(step.ordinal()) : new StepDays(null, null, null))
			.toList();
	}

	static RoundPlanForm of(RoundView round) {
		return new RoundPlanForm(round.version(),
				Arrays.stream(RoundStep.values())
					.map((step) -> StepDays.of(round.dates().get(step), round.leaders().get(step)))
					.toList(),
				"");
	}

	RoundChange change() {
		var given = Objects.requireNonNull(this.steps);
		return new RoundChange(StepDays.dates(given), StepDays.leaders(given),
				Objects.requireNonNullElse(this.reason, ""));
	}

}
