package org.nuanyang.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;

/**
 * What an officer lays down when opening a round: the year, the days of its nine steps,
 * and the programmes that it recognises hardship for; none means the tiered grant.
 *
 * @param leaders who answers for a step, where somebody is named
 */
public record RoundPlan(SchoolYear year, String name, int noticeWorkingDays, Map<RoundStep, Dates> dates,
		Map<RoundStep, String> leaders, Set<Long> programmes) {

	/** Nobody is named for any step. */
	public RoundPlan(SchoolYear year, String name, int noticeWorkingDays, Map<RoundStep, Dates> dates,
			Set<Long> programmes) {
		this(year, name, noticeWorkingDays, dates, Map.of(), programmes);
	}

	/** For the tiered grant, which every round recognises where nothing else is said. */
	public RoundPlan(SchoolYear year, String name, int noticeWorkingDays, Map<RoundStep, Dates> dates) {
		this(year, name, noticeWorkingDays, dates, Set.of());
	}

	/**
	 * Every step but the last two has its days, each ends after it starts, and none
	 * starts before the one above it.
	 */
	Map<RoundStep, Dates> inOrder() {
		return inOrder(this.dates);
	}

	/** The same of days that are moved later. */
	static Map<RoundStep, Dates> inOrder(Map<RoundStep, Dates> dates) {
		var ordered = new EnumMap<RoundStep, Dates>(RoundStep.class);
		ordered.putAll(dates);
		var before = LocalDate.MIN;
		for (var step : RoundStep.values()) {
			var days = ordered.get(step);
			if (days == null && mayWait(step, dates)) {
				continue;
			}
			if (days == null) {
				throw RuleViolation.on("steps[%d].start".formatted(step.ordinal()), "application.round.step.missing",
						step);
			}
			if (days.end().isBefore(days.start())) {
				throw RuleViolation.on("steps[%d].end".formatted(step.ordinal()), "application.round.step.backwards",
						step);
			}
			if (days.start().isBefore(before)) {
				throw RuleViolation.on("steps[%d].start".formatted(step.ordinal()), "application.round.step.early",
						step);
			}
			before = days.start();
		}
		return ordered;
	}

	/**
	 * Payment and archive often fall into a year whose working days are not published
	 * yet; their days are never guessed.
	 */
	private static boolean mayWait(RoundStep step, Map<RoundStep, Dates> dates) {
		return step == RoundStep.ARCHIVE || (step == RoundStep.PAY && !dates.containsKey(RoundStep.ARCHIVE));
	}

	/** The first and the last day of a step. */
	public record Dates(LocalDate start, LocalDate end) {

	}

}
