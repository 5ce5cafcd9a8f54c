package org.nuanyang.filing;

import java.util.List;

import org.nuanyang.application.RoundPart;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/** On the page of a round: send the list of those whose notice has ended. */
@Component
class FilingRoundPart implements RoundPart {

	private final FilingService filings;

	FilingRoundPart(FilingService filings) {
		this.filings = filings;
	}

	@Override
	public int order() {
		return 800;
	}

	@Override
	public List<Button> buttons(Actor actor, RoundView round) {
		if (!FilingAction.SEND.isOpen(actor, round.schoolId(), null)) {
			return List.of();
		}
		var ready = this.filings.ready(actor, round.id()).size();
		return (ready > 0)
				? List
					.of(new Button("filing.round.send", "file-certificate", "/filings/new?round=" + round.id(), ready))
				: List.of();
	}

}
