package org.nuanyang.workbench;

import java.util.Comparator;
import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything that waits for a person, gathered from the features; the most urgent first.
 */
@Component
class Work {

	private static final Comparator<WorkItem> BY_URGENCY = Comparator.comparing(WorkItem::due,
			Comparator.nullsLast(Comparator.naturalOrder()));

	private final ObjectProvider<WorkItemSource> sources;

	Work(ObjectProvider<WorkItemSource> sources) {
		this.sources = sources;
	}

	WorkList of(Actor actor) {
		var items = this.sources.orderedStream().flatMap((source) -> source.items(actor).stream()).toList();
		return new WorkList(turn(items, Turn.MINE), turn(items, Turn.OTHERS), turn(items, Turn.ATTENTION));
	}

	private static List<WorkItem> turn(List<WorkItem> items, Turn turn) {
		return items.stream().filter((item) -> item.turn() == turn).sorted(BY_URGENCY).toList();
	}

}
