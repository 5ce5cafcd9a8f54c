package org.nuanyang.filing;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * On the page of a case: where it is filed, why it came back, and what the files of today
 * say otherwise than what was filed.
 */
@Component
class FilingCasePart implements CasePart {

	private final FilingPages filings;

	FilingCasePart(FilingPages filings) {
		this.filings = filings;
	}

	@Override
	public int order() {
		return 60;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		var filed = this.filings.ofCase(actor, application);
		return filed.isEmpty() ? Optional.empty() : Optional.of(new Card("filing/_case",
				new Filed(filed, actor.is(Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR))));
	}

	/**
	 * What the card shows.
	 *
	 * @param mayOpen the reader may open the filing itself
	 */
	record Filed(List<Entry> entries, boolean mayOpen) {

	}

	/**
	 * The case on one filing.
	 *
	 * @param returned why this row alone came back, or null
	 */
	record Entry(FilingHead head, int position, @Nullable String returned, List<FilingDifference> differences) {

	}

}
