package org.nuanyang.web;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.user.PasswordResets;

import org.springframework.stereotype.Component;

/** Password resets that wait for a second person; their package stands below this one. */
@Component
class ResetWork implements WorkItemSource {

	private final PasswordResets resets;

	ResetWork(PasswordResets resets) {
		this.resets = resets;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var waiting = actor.is(Role.ADMIN, Role.PRINCIPAL, Role.COUNTY) ? this.resets.waiting(actor) : 0;
		return (waiting > 0) ? List.of(new WorkItem(Turn.MINE, "user.reset.work", waiting, "/password-resets"))
				: List.of();
	}

}
