package org.nuanyang.award;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/** The awards of one tier together. */
record TierTotal(Tier tier, long people, Yuan annual, Yuan autumn, Yuan spring) {

}
