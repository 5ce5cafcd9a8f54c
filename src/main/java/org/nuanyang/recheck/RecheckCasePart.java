package org.nuanyang.recheck;

import java.util.List;
import java.util.Optional;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;

import org.springframework.stereotype.Component;

/** On the page of a recognised case: its re-checks, and the way to a new one. */
@Component
class RecheckCasePart implements CasePart {

	private final RecheckService rechecks;

	RecheckCasePart(RecheckService rechecks) {
		this.rechecks = rechecks;
	}

	@Override
	public int order() {
		return 90;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		var standing = ApplicationStatus.STANDING.contains(application.status());
		if (!standing && application.status() != ApplicationStatus.ENDED) {
			return Optional.empty();
		}
		var past = this.rechecks.ofCase(actor, application.id());
		return Optional.of(new Card("recheck/_case", new Shown(application.id(), past,
				standing && RecheckAction.PROPOSE.isFor(actor) && past.stream().noneMatch(RecheckView::isOpen))));
	}

	record Shown(long applicationId, List<RecheckView> past, boolean mayPropose) {

	}

}
