package org.nuanyang.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a school begins with: its roster, then the round of the year. */
@Component
@Order(0)
class FirstSteps implements WorkItemSource {

	private final HomeQueries queries;

	private final RoundService rounds;

	private final Clock clock;

	FirstSteps(HomeQueries queries, RoundService rounds, Clock clock) {
		this.queries = queries;
		this.rounds = rounds;
		this.clock = clock;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty()) {
			return List.of();
		}
		if (actor.is(Role.OFFICER)) {
			return ofOfficer(actor);
		}
		return actor.is(Role.HEAD_TEACHER) ? ofHeadTeacher(actor) : List.of();
	}

	private List<WorkItem> ofOfficer(Actor actor) {
		if (this.queries.pupils(actor) == 0) {
			return List.of(new WorkItem(Turn.MINE, "workbench.first.roster", 0, "/imports"));
		}
		return this.rounds.current(actor).isPresent() ? List.of()
				: List.of(new WorkItem(Turn.MINE, "workbench.first.round", 0, "/rounds/new", null,
						List.of(SchoolYear.of(LocalDate.now(this.clock)).label())));
	}

	/** A round asks for applications, and the class has none. */
	private List<WorkItem> ofHeadTeacher(Actor actor) {
		return this.rounds.current(actor)
			.filter((round) -> this.rounds.counts(actor, round.id()).isEmpty())
			.map((round) -> List.of(new WorkItem(Turn.MINE, "workbench.first.applications", 0,
					"/applications/new?round=" + round.id(), round.lastDay(RoundStep.APPLY), List.of(round.name()))))
			.orElse(List.of());
	}

}
