package org.nuanyang.audit;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;

/**
 * A deed that has just been recorded. Whoever has something to do on it listens, in the
 * same transaction.
 *
 * @param actor who did it, or null for somebody from outside who may stay anonymous
 */
public record Deed(@Nullable Actor actor, @Nullable Long schoolId, String action, String subjectType,
		@Nullable Long subjectId) {

}
