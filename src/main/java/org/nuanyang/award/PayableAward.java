package org.nuanyang.award;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * What an award pays in one term.
 *
 * @param tier that holds in that one term
 * @param amount of it
 */
public record PayableAward(long awardId, long enrolmentId, long personId, Tier tier, Yuan amount) {

}
