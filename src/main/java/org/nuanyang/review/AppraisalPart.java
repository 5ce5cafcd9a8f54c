package org.nuanyang.review;

import java.util.Optional;

import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/** What the class said, on the page of the case. */
@Component
class AppraisalPart implements CasePart {

	private final AppraisalService appraisals;

	AppraisalPart(AppraisalService appraisals) {
		this.appraisals = appraisals;
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		return this.appraisals.lastOf(application.id()).map((opinion) -> new Card("review/_appraisal", opinion));
	}

}
