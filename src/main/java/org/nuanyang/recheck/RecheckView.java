package org.nuanyang.recheck;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;

/** A re-check as pages show it. */
public record RecheckView(long id, long applicationId, RecheckOutcome outcome, @Nullable EndCause cause,
		Tier tierBefore, @Nullable Tier tierAfter, LocalDate effectiveOn, Term from, String reason, String evidence,
		RecheckStatus status, String proposedBy, Instant proposedAt, @Nullable String decidedBy,
		@Nullable Instant decidedAt, @Nullable String note) {

	static RecheckView of(Recheck it) {
		return new RecheckView(it.id(), it.applicationId(), it.outcome(), it.cause(), it.tierBefore(), it.tierAfter(),
				it.effectiveOn(), it.fromTerm(), it.reason(), it.evidence(), it.status(), it.proposedByName(),
				it.proposedAt(), it.decidedByName(), it.decidedAt(), it.note());
	}

	public boolean isOpen() {
		return this.status == RecheckStatus.PROPOSED;
	}

}
