package org.nuanyang.review;

import java.util.Optional;

import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * What the committee decided, on the page of the case; not before the principal has
 * confirmed it.
 */
@Component
class DecisionPart implements CasePart {

	private final MeetingService meetings;

	DecisionPart(MeetingService meetings) {
		this.meetings = meetings;
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		return this.meetings.signedDecision(application.id()).map((decision) -> new Card("review/_decision", decision));
	}

}
