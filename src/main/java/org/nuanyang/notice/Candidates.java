package org.nuanyang.notice;

import java.util.List;
import java.util.Set;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * The cases of a round that passed and stand on no notice. Those that came back to the
 * committee from an earlier notice go on one of their own.
 */
@Component
class Candidates {

	private final ApplicationService applications;

	Candidates(ApplicationService applications) {
		this.applications = applications;
	}

	/** By class and name. */
	List<CaseView> of(Actor actor, long roundId, boolean supplementary) {
		var returned = this.applications.returnedFromNotice(roundId);
		return this.applications.cases(actor, roundId, Set.of(ApplicationStatus.PASSED))
			.stream()
			.filter((aCase) -> returned.contains(aCase.id()) == supplementary)
			.sorted(CaseView.byClassAndName())
			.toList();
	}

}
