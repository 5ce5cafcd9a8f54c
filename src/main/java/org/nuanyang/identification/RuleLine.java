package org.nuanyang.identification;

import java.math.BigDecimal;

import org.springframework.context.MessageSourceResolvable;

/** One case of an indicator as a person reads it: when this holds, so many points. */
record RuleLine(MessageSourceResolvable when, BigDecimal points) {

	public String shown() {
		return this.points.stripTrailingZeros().toPlainString();
	}

}
