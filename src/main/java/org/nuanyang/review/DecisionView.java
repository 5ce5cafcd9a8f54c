package org.nuanyang.review;

import java.time.Instant;
import java.util.Set;

/**
 * A decision as pages show it.
 *
 * @param version what a form that changes it sends back; 0 stands for no decision yet
 */
public record DecisionView(long applicationId, Outcome outcome, Votes votes, String reason, Set<String> recused,
		String decidedBy, Instant decidedAt, int version) {

}
