package org.nuanyang.visit;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Families that should be visited, with or without an application. */
@Component
class VisitWork implements WorkItemSource {

	private final VisitService visits;

	VisitWork(VisitService visits) {
		this.visits = visits;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.HEAD_TEACHER, Role.OFFICER) || actor.school().isEmpty()) {
			return List.of();
		}
		var due = this.visits.due(actor);
		var overdue = due.stream().filter(DueVisit::overdue).count();
		return due.isEmpty() ? List.of() : List.of(new WorkItem(Turn.ATTENTION,
				(overdue > 0) ? "visit.work.overdue" : "visit.work", due.size(), "/visits", null, List.of(overdue)));
	}

}
