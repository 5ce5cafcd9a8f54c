package org.nuanyang.identification;

import java.math.BigDecimal;

import org.nuanyang.programme.Tier;

/** From how many points on a tier is suggested. */
public record Threshold(Tier tier, BigDecimal from) {

}
