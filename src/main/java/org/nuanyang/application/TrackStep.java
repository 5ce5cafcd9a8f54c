package org.nuanyang.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One step on a round's track: done, under way, late or still to come.
 *
 * @param dates null while the working days of that year are not known
 * @param waiting cases that this step has still to do, whoever does it
 * @param own those of them that wait for the reader
 * @param leader who answers for it, or null where nobody is named
 * @param daysLate how many days its end lies back although it is not done
 */
public record TrackStep(RoundStep step, RoundPlan.@Nullable Dates dates, State state, long waiting, long own,
		@Nullable String leader, long daysLate) {

	/** The name in lower case is the CSS class. */
	public enum State {

		DONE, NOW, RISK, AHEAD

	}

	static List<TrackStep> of(RoundView round, RoundProgress progress, LocalDate today, Map<RoundStep, Long> own) {
		return Arrays.stream(RoundStep.values())
			.map((step) -> of(round, progress, step, today, own.getOrDefault(step, 0L)))
			.toList();
	}

	private static TrackStep of(RoundView round, RoundProgress progress, RoundStep step, LocalDate today, long own) {
		var days = round.days(step).orElse(null);
		var state = state(round, progress, step, today);
		return new TrackStep(step, days, state, progress.at(step).waiting(), own, round.leaders().get(step),
				(state == State.RISK && days != null) ? ChronoUnit.DAYS.between(days.end(), today) : 0);
	}

	/** How many of them run late. */
	static int late(List<TrackStep> track) {
		return (int) track.stream().filter(TrackStep::isLate).count();
	}

	public boolean isLate() {
		return this.state == State.RISK;
	}

	private static State state(RoundView round, RoundProgress progress, RoundStep step, LocalDate today) {
		var over = round.days(step).filter((days) -> days.end().isBefore(today)).isPresent();
		var ahead = round.days(step).filter((days) -> days.start().isAfter(today)).isPresent();
		var begun = !ahead && round.days(step).isPresent();
		var load = progress.at(step);
		if (step == RoundStep.INFORM) {
			return (over || load.through() > 0) ? State.DONE : ahead ? State.AHEAD : State.NOW;
		}
		if (!progress.isOpen(step) && load.through() > 0) {
			return State.DONE;
		}
		if (over) {
			return State.RISK;
		}
		return (load.waiting() > 0 || (begun && load.through() > 0)) ? State.NOW : State.AHEAD;
	}

	public String css() {
		return (this.state == State.AHEAD) ? "" : this.state.name().toLowerCase(Locale.ROOT);
	}

}
