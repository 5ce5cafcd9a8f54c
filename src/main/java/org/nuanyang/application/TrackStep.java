package org.nuanyang.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One step on a round's track: done, under way, late or still to come. */
public record TrackStep(RoundStep step, RoundPlan.Dates dates, State state) {

	/** The name in lower case is the CSS class. */
	public enum State {

		DONE, NOW, RISK, AHEAD

	}

	public static List<TrackStep> of(RoundView round, LocalDate today) {
		return Arrays.stream(RoundStep.values())
			.map((step) -> new TrackStep(step, round.dates(step), state(round, step, today)))
			.toList();
	}

	private static State state(RoundView round, RoundStep step, LocalDate today) {
		var order = step.compareTo(round.status().step());
		if (order < 0) {
			return State.DONE;
		}
		if (round.dates(step).end().isBefore(today)) {
			return State.RISK;
		}
		return (order == 0) ? State.NOW : State.AHEAD;
	}

	public String css() {
		return (this.state == State.AHEAD) ? "" : this.state.name().toLowerCase(java.util.Locale.ROOT);
	}

}
