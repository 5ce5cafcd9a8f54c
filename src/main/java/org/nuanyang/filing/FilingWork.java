package org.nuanyang.filing;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/** Filings on the workbench: to send, to answer, waiting for an answer. */
@Component
class FilingWork implements WorkItemSource {

	private final FilingService filings;

	private final RoundService rounds;

	FilingWork(FilingService filings, RoundService rounds) {
		this.filings = filings;
		this.rounds = rounds;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var items = new ArrayList<WorkItem>();
		if (actor.is(Role.COUNTY, Role.OFFICER)) {
			this.filings.list(actor)
				.stream()
				.filter((filing) -> filing.status() == FilingStatus.SENT)
				.forEach((filing) -> items.add(sent(actor, filing)));
		}
		if (actor.is(Role.OFFICER)) {
			this.rounds.current(actor).ifPresent((round) -> {
				var returned = this.filings.cameBack(actor, round.id());
				var ready = this.filings.ready(actor, round.id()).size() - returned;
				if (returned > 0) {
					items.add(new WorkItem(Turn.MINE, "filing.work.returned", returned, lastReturned(actor, round)));
				}
				if (ready > 0) {
					items.add(new WorkItem(Turn.MINE, "filing.work.send", ready, "/filings/new?round=" + round.id()));
				}
			});
		}
		return items;
	}

	/** There the reasons stand, and the way to send again. */
	private String lastReturned(Actor actor, RoundView round) {
		return this.filings.ofRound(actor, round.id())
			.stream()
			.filter(FilingHead::cameBack)
			.findFirst()
			.map((filing) -> "/filings/" + filing.id())
			.orElseThrow();
	}

	private static WorkItem sent(Actor actor, FilingHead filing) {
		var mine = FilingAction.ACCEPT.isOpen(actor, filing.schoolId(), filing.status());
		return new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "filing.work.answer", filing.people(),
				"/filings/" + filing.id(), null, List.of(filing.schoolName()))
			.waitingFor(Role.COUNTY);
	}

}
