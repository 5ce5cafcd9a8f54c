package org.nuanyang.job;

import java.util.Optional;

import org.nuanyang.kernel.Actor;

/**
 * Knows the people who start jobs, as they are now: implemented by the accounts' feature,
 * which stands above this one.
 */
public interface JobActors {

	/** The account, empty when it has been disabled since. */
	Optional<Actor> actor(long userId);

}
