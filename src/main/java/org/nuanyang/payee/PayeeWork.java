package org.nuanyang.payee;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Accounts that wait for a second person. */
@Component
class PayeeWork implements WorkItemSource {

	private final PayeeService payees;

	PayeeWork(PayeeService payees) {
		this.payees = payees;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var waiting = actor.is(Role.FINANCE, Role.OFFICER) ? this.payees.waiting(actor) : 0;
		return (waiting > 0) ? List.of(new WorkItem(Turn.MINE, "payee.work", waiting, "/payees")) : List.of();
	}

}
