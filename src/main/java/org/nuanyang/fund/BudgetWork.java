package org.nuanyang.fund;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Budgets that wait for a second person. */
@Component
class BudgetWork implements WorkItemSource {

	private final BudgetService budgets;

	BudgetWork(BudgetService budgets) {
		this.budgets = budgets;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.OFFICER, Role.PRINCIPAL) || actor.schoolId() == null) {
			return List.of();
		}
		return this.budgets.waiting(actor.ownSchool()).stream().map((one) -> item(actor, one)).toList();
	}

	private static WorkItem item(Actor actor, BudgetService.Waiting one) {
		var budget = one.budget();
		var mine = budget.waitsFor(actor);
		var item = new WorkItem(mine ? Turn.MINE : Turn.OTHERS, "fund.budget.work." + (mine ? "MINE" : "OTHERS"), 1,
				"/funds/budgets/" + budget.year().firstYear() + "?programme=" + one.programmeId(), null,
				List.of(budget.year().label(), budget.total().toString(), budget.setBy()));
		return mine ? item : item.waitingFor(budget.byPrincipal() ? Role.OFFICER : Role.PRINCIPAL);
	}

}
