package org.nuanyang.org;

import org.nuanyang.kernel.Actor;

/**
 * Knows where an account belongs: implemented by the accounts' feature, which stands
 * above this one.
 */
public interface AdministeredPlace {

	/** The place of the actor's account; nowhere means the whole installation. */
	Place of(Actor actor);

}
