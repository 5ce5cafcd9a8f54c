package org.nuanyang.review;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A decision as pages show it.
 *
 * @param namesakes who voted under the name of a guardian, or empty
 * @param namesakeReason how it is known that they are somebody else
 * @param signedBy who signed it off, or null as long as nobody has
 * @param signedAt when, or null likewise
 * @param version what a form that changes it sends back; 0 stands for no decision yet
 */
public record DecisionView(long applicationId, Outcome outcome, Votes votes, String reason, Set<String> recused,
		String namesakes, String namesakeReason, String decidedBy, Instant decidedAt, @Nullable String signedBy,
		@Nullable Instant signedAt, int version) {

}
