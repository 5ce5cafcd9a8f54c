package org.nuanyang.user;

import org.nuanyang.kernel.Actor;

/** Makes signed-in people for tests without a database. */
public final class SignedInMother {

	private SignedInMother() {
	}

	public static SignedIn of(Actor actor) {
		return new SignedIn(actor, "", true, false);
	}

}
