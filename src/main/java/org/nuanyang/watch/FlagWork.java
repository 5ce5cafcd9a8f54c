package org.nuanyang.watch;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Red flags on the workbench, when there are any. */
@Component
class FlagWork implements WorkItemSource {

	private final FlagService flags;

	FlagWork(FlagService flags) {
		this.flags = flags;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(FlagMenu.READERS)) {
			return List.of();
		}
		var found = this.flags.found(actor);
		return (found == 0) ? List.of() : List.of(new WorkItem(Turn.ATTENTION, "watch.work", found, "/flags"));
	}

}
