package org.nuanyang.usage;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Drafts that wait for the principal, on the workbench. */
@Component
class UsageWork implements WorkItemSource {

	private final UsageService notices;

	UsageWork(UsageService notices) {
		this.notices = notices;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var waiting = actor.school().isPresent() ? this.notices.waitingFor(actor) : 0;
		return (waiting > 0) ? List.of(new WorkItem(Turn.MINE, "usage.work", waiting, "/fund-notices")) : List.of();
	}

}
