package org.nuanyang.recheck;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.context.MessageSourceResolvable;

/** The action table of a re-check: whoever proposes never confirms. */
public enum RecheckAction implements MessageSourceResolvable {

	PROPOSE(Role.OFFICER), CONFIRM(Role.PRINCIPAL), DECLINE(Role.PRINCIPAL), TAKE_BACK(Role.OFFICER);

	private final Role role;

	RecheckAction(Role role) {
		this.role = role;
	}

	public boolean isFor(Actor actor) {
		return actor.is(this.role);
	}

	/** Every step but the first answers an open proposal. */
	public boolean isOpen(Actor actor, RecheckStatus status) {
		return this != PROPOSE && isFor(actor) && status == RecheckStatus.PROPOSED;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "recheck.action." + name() };
	}

}
