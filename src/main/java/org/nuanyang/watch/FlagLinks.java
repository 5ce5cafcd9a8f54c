package org.nuanyang.watch;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/** Which pages a finding may lead its reader to; the others are left out. */
record FlagLinks(boolean pupil, boolean application, boolean batch, boolean notice, boolean account) {

	static FlagLinks of(Actor actor) {
		var school = actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR);
		var above = actor.is(Role.COUNTY, Role.DISTRICT);
		var money = school || actor.is(Role.FINANCE);
		return new FlagLinks(school || above, school, money, school || above, money);
	}

}
