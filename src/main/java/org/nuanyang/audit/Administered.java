package org.nuanyang.audit;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Actor;

/**
 * Knows the schools and accounts that somebody answers for, though an administrator sees
 * no pupil there: implemented by the accounts' feature, which stands above this one.
 */
public interface Administered {

	Set<Long> schools(Actor administrator);

	/**
	 * The accounts of the reader's own place and of those below it: what these people did
	 * outside any school is theirs to see. Null means everybody, for who belongs nowhere.
	 */
	@Nullable Set<Long> people(Actor reader);

}
