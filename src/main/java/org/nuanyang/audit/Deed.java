package org.nuanyang.audit;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;

/**
 * A deed of a signed-in person that has just been recorded. Whoever has something to do
 * on it listens, in the same transaction.
 */
public record Deed(Actor actor, @Nullable Long schoolId, String action, String subjectType, @Nullable Long subjectId) {

}
