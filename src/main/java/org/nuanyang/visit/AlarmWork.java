package org.nuanyang.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Findings that have to be reported, until somebody has. */
@Component
class AlarmWork implements WorkItemSource {

	private final AlarmService alarms;

	private final Clock clock;

	AlarmWork(AlarmService alarms, Clock clock) {
		this.alarms = alarms;
		this.clock = clock;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.PRINCIPAL, Role.COUNSELLOR) || actor.school().isEmpty()) {
			return List.of();
		}
		var open = this.alarms.open(actor);
		return (open == 0) ? List.of() : List.of(new WorkItem(Turn.MINE, "visit.work.alarms", open, "/visits/alarms",
				LocalDate.now(this.clock), List.of()));
	}

}
