package org.nuanyang.filing;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Filings that wait for the county's answer, and those it gave back. */
@Component
class FilingWork implements WorkItemSource {

	private final FilingService filings;

	FilingWork(FilingService filings) {
		this.filings = filings;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.is(Role.COUNTY)) {
			return item(Turn.MINE, "filing.work.answer", this.filings.waiting(actor));
		}
		if (actor.is(Role.OFFICER, Role.PRINCIPAL) && actor.school().isPresent()) {
			var sent = this.filings.list(actor)
				.stream()
				.filter((filing) -> filing.status() == FilingStatus.SENT)
				.count();
			return item(Turn.OTHERS, "filing.work.sent", sent);
		}
		return List.of();
	}

	private static List<WorkItem> item(Turn turn, String key, long count) {
		return (count > 0) ? List.of(new WorkItem(turn, key, count, "/filings")) : List.of();
	}

}
