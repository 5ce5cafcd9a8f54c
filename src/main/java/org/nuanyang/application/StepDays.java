package org.nuanyang.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/** First and last day of a step as typed, and who answers for it. */
record StepDays(@Nullable LocalDate start, @Nullable LocalDate end, @Nullable @Size(max = 40) String leader) {

	static StepDays of(RoundPlan.@Nullable Dates dates, @Nullable String leader) {
		return (dates != null) ? new StepDays(dates.start(), dates.end(), leader) : new StepDays(null, null, leader);
	}

	public Optional<RoundPlan.Dates> dates() {
		return (this.start != null && this.end != null) ? Optional.of(new RoundPlan.Dates(this.start, this.end))
				: Optional.empty();
	}

	/**
	 * Those that are filled in, in the order of {@link RoundStep}.
	 * @throws RuleViolation for half a step, somebody who answers for no days, and days
	 * for which nobody answers; all of them at once
	 */
	static Map<RoundStep, RoundPlan.Dates> dates(List<StepDays> steps) {
		var wrong = new ArrayList<RuleViolation>();
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		for (var step : RoundStep.values()) {
			var given = steps.get(step.ordinal());
			var field = "steps[%d].".formatted(step.ordinal());
			if ((given.start == null) != (given.end == null) || (given.start == null && given.named().isPresent())) {
				wrong.add(RuleViolation.on(field + ((given.start == null) ? "start" : "end"),
						"application.round.step.missing", step));
			}
			else if (given.start != null && given.named().isEmpty()) {
				wrong.add(RuleViolation.on(field + "leader", "application.round.leader.missing", step));
			}
			else {
				given.dates().ifPresent((days) -> dates.put(step, days));
			}
		}
		RuleViolation.refuse(wrong);
		return dates;
	}

	static Map<RoundStep, String> leaders(List<StepDays> steps) {
		var leaders = new EnumMap<RoundStep, String>(RoundStep.class);
		for (var step : RoundStep.values()) {
			steps.get(step.ordinal()).named().ifPresent((name) -> leaders.put(step, name));
		}
		return leaders;
	}

	private Optional<String> named() {
		return Optional.ofNullable(this.leader).map(String::strip).filter((name) -> !name.isEmpty());
	}

}
