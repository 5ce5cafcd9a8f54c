package org.nuanyang.application;

import org.nuanyang.kernel.Actor;

/**
 * A case leaves the committee without its decision: withdrawn, returned to the class or
 * sent back for correction. Told before it is done, in the same transaction.
 */
public record CaseTakenBack(Actor actor, long applicationId, long roundId) {

}
