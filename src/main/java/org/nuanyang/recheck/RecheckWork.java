package org.nuanyang.recheck;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Term;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Re-checks on the workbench: proposals to confirm, and in spring those not yet made. */
@Component
class RecheckWork implements WorkItemSource {

	private final RecheckService rechecks;

	private final RecheckList list;

	RecheckWork(RecheckService rechecks, RecheckList list) {
		this.rechecks = rechecks;
		this.list = list;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.OFFICER, Role.PRINCIPAL)) {
			return List.of();
		}
		var items = new ArrayList<WorkItem>();
		var open = this.rechecks.awaiting();
		if (open > 0) {
			var mine = RecheckAction.CONFIRM.isFor(actor);
			items.add(new WorkItem(mine ? Turn.MINE : Turn.OTHERS, mine ? "recheck.work" : "recheck.work.others", open,
					"/rechecks?state=PROPOSED")
				.waitingFor(Role.PRINCIPAL));
		}
		// In autumn the identification itself is the check of the term.
		if (actor.is(Role.OFFICER) && this.rechecks.term() == Term.SPRING) {
			var due = this.list.page(actor, null, Term.SPRING).count(RecheckList.State.TO_DO);
			if (due > 0) {
				items.add(new WorkItem(Turn.MINE, "recheck.work.due", due, "/rechecks?state=TO_DO"));
			}
		}
		return items;
	}

}
