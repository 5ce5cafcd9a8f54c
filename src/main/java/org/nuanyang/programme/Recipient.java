package org.nuanyang.programme;

import org.nuanyang.kernel.SchoolStage;

/** What an amount may depend on in a pupil. */
public record Recipient(Tier tier, SchoolStage stage, boolean boarding) {

}
