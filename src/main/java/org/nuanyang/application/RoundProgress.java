package org.nuanyang.application;

import java.util.EnumMap;
import java.util.Map;

import org.nuanyang.application.StepLoad.Load;

/**
 * Where the cases of a round stand, step by step. The round is where its hindmost case
 * is: it is not filed while somebody still waits for a visit.
 */
record RoundProgress(Map<RoundStep, Load> loads) {

	/** The step that each status waits for; statuses at their end wait for none. */
	static final Map<ApplicationStatus, RoundStep> WAITS = new EnumMap<>(Map.of(ApplicationStatus.DRAFT,
			RoundStep.APPLY, ApplicationStatus.SUBMITTED, RoundStep.APPLY, ApplicationStatus.SENT_BACK, RoundStep.APPLY,
			ApplicationStatus.ACCEPTED, RoundStep.VISIT, ApplicationStatus.VISITED, RoundStep.APPRAISE,
			ApplicationStatus.CLASS_APPRAISED, RoundStep.DECIDE, ApplicationStatus.PASSED, RoundStep.PUBLISH,
			ApplicationStatus.ON_NOTICE, RoundStep.PUBLISH, ApplicationStatus.OBJECTED, RoundStep.PUBLISH));

	/**
	 * @param counts how many cases stand where; what is past its notice waits to be filed
	 * @param later what filing and payment say of their steps
	 */
	static RoundProgress of(RoundCounts counts, Map<RoundStep, Load> later) {
		var waiting = new EnumMap<RoundStep, Long>(RoundStep.class);
		counts.cases().forEach((status, count) -> {
			var step = WAITS.get(status);
			if (step != null) {
				waiting.merge(step, count, Long::sum);
			}
		});
		waiting.computeIfPresent(RoundStep.PUBLISH, (step, count) -> count - counts.past());
		var ahead = counts.cases()
			.entrySet()
			.stream()
			.filter((status) -> status.getKey() != ApplicationStatus.WITHDRAWN)
			.mapToLong(Map.Entry::getValue)
			.sum();
		var loads = new EnumMap<RoundStep, Load>(RoundStep.class);
		loads.put(RoundStep.INFORM, new Load(0, ahead));
		for (var step : RoundStep.values()) {
			if (step != RoundStep.INFORM) {
				ahead -= waiting.getOrDefault(step, 0L);
				loads.put(step, later.getOrDefault(step, new Load(waiting.getOrDefault(step, 0L), ahead)));
			}
		}
		loads.computeIfPresent(RoundStep.FILE,
				(step, load) -> new Load(load.waiting() + counts.past(), load.through()));
		loads.put(RoundStep.ARCHIVE, Load.NONE);
		return new RoundProgress(loads);
	}

	Load at(RoundStep step) {
		return this.loads.getOrDefault(step, Load.NONE);
	}

	/** Somebody still has to come through this step, or to reach it. */
	boolean isOpen(RoundStep step) {
		return this.loads.entrySet()
			.stream()
			.anyMatch((load) -> load.getKey().compareTo(step) <= 0 && load.getValue().waiting() > 0);
	}

	/**
	 * What to call the round.
	 * @param reached the furthest it has come
	 */
	RoundStatus status(RoundStatus reached) {
		if (reached == RoundStatus.ARCHIVED) {
			return reached;
		}
		for (var step : RoundStep.values()) {
			if (step.compareTo(RoundStep.PAY) < 0 && at(step).waiting() > 0) {
				return RoundStatus.at(step);
			}
		}
		if (at(RoundStep.FILE).through() > 0) {
			return RoundStatus.FILED;
		}
		return (reached.compareTo(RoundStatus.APPLYING) > 0) ? RoundStatus.APPLYING : reached;
	}

}
