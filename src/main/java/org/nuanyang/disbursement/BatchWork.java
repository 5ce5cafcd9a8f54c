package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/**
 * Batches on the workbench: those that wait for the reader, and those that wait for
 * others.
 */
@Component
class BatchWork implements WorkItemSource {

	private final BatchPages batches;

	BatchWork(BatchPages batches) {
		this.batches = batches;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL)) {
			return List.of();
		}
		var all = this.batches.batches(actor);
		var items = new ArrayList<WorkItem>();
		for (var action : BatchPages.WAITING) {
			var waiting = all.stream().filter((batch) -> batch.waitsFor(action)).toList();
			if (!waiting.isEmpty()) {
				items.add(item(actor, action, waiting));
			}
		}
		return items;
	}

	private static WorkItem item(Actor actor, BatchAction action, List<BatchRow> waiting) {
		var mine = action.isFor(actor);
		return new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "disbursement.work." + action + (mine ? "" : ".others"),
				waiting.size(), (waiting.size() == 1) ? "/batches/" + waiting.getFirst().id() : "/batches");
	}

}
