package org.nuanyang.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the cases of the round under way wait for: the reader's own steps, and for the
 * officer, who keeps the round going, those of the head teachers; for the principal what
 * no officer may accept.
 */
@Component
@Transactional(readOnly = true)
class CaseWork implements WorkItemSource {

	/**
	 * The step of the round whose last day is the last day for it, and where it is done.
	 * Publishing is left to the notices and objections, which know what is begun.
	 */
	private static final Map<NextStep, Place> PLACES = new EnumMap<>(
			Map.of(NextStep.SUBMIT, new Place(RoundStep.APPLY, null), NextStep.VISIT, new Place(RoundStep.VISIT, null),
					NextStep.ASSESS, new Place(RoundStep.VISIT, null), NextStep.APPRAISE,
					new Place(RoundStep.APPRAISE, "/appraisals"), NextStep.DECIDE,
					new Place(RoundStep.DECIDE, "/meetings"), NextStep.NOTIFY, new Place(RoundStep.PUBLISH, null)));

	private final RoundService rounds;

	private final CaseReader cases;

	CaseWork(RoundService rounds, CaseReader cases) {
		this.rounds = rounds;
		this.cases = cases;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL)) {
			return List.of();
		}
		return this.rounds.current(actor).map((round) -> items(actor, round)).orElse(List.of());
	}

	private List<WorkItem> items(Actor actor, RoundView round) {
		var waiting = actor.is(Role.OFFICER, Role.HEAD_TEACHER) ? this.cases.waiting(actor, round.id())
				: Map.<NextStep, Long>of();
		return Stream.concat(accepting(actor, round, waiting.getOrDefault(NextStep.ACCEPT, 0L)),
				waiting.entrySet()
					.stream()
					.filter((step) -> step.getKey() != NextStep.ACCEPT)
					.flatMap((step) -> item(actor, round, step.getKey(), step.getValue())))
			.toList();
	}

	/** Whoever submits does not accept: an officer's own wait for somebody else. */
	private Stream<WorkItem> accepting(Actor actor, RoundView round, long all) {
		long own = this.cases.own(actor, round.id()).getOrDefault(NextStep.ACCEPT, 0L);
		var list = "/applications?round=" + round.id() + "&next=" + NextStep.ACCEPT;
		var due = round.lastDay(RoundStep.APPLY);
		return Stream.of(new WorkItem(Turn.MINE, "application.work.ACCEPT", own, list + "&mine=true", due, List.of()),
				new WorkItem(Turn.OTHERS, "application.work.others.ACCEPT", all - own, list, due, List.of())
					.waitingFor(actor.is(Role.OFFICER) ? new Role[] { Role.OFFICER, Role.PRINCIPAL }
							: new Role[] { Role.OFFICER }))
			.filter((item) -> item.count() > 0);
	}

	private static Stream<WorkItem> item(Actor actor, RoundView round, NextStep step, long count) {
		var place = PLACES.get(step);
		if (place == null) {
			return Stream.empty();
		}
		var own = step.isFor(actor);
		var list = "/applications?round=" + round.id() + "&next=" + step;
		return Stream.of(new WorkItem(own ? Turn.MINE : Turn.OTHERS,
				(own ? "application.work." : "application.work.others.") + step, count,
				(own && place.path() != null) ? place.path() : list, due(round, place), List.of())
			.waitingFor(step.role()));
	}

	private static @Nullable LocalDate due(RoundView round, Place place) {
		return round.lastDay(place.step());
	}

	private record Place(RoundStep step, @Nullable String path) {

	}

}
