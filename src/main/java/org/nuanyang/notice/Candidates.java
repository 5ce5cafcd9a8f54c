package org.nuanyang.notice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The cases of a round that passed and stand on no notice. Those that came back to the
 * committee from an earlier notice go on one of their own; those that somebody objected
 * to on a notice since withdrawn wait for the conclusion (ADR 31).
 */
@Component
class Candidates {

	private final ApplicationService applications;

	private final ObjectProvider<OpenObjections> objections;

	Candidates(ApplicationService applications, ObjectProvider<OpenObjections> objections) {
		this.applications = applications;
		this.objections = objections;
	}

	/** By class and name. */
	List<CaseView> of(Actor actor, long roundId, boolean supplementary) {
		return passed(actor, roundId, supplementary, false);
	}

	/** Those that wait for the conclusion of an objection, by class and name. */
	List<CaseView> held(Actor actor, long roundId, boolean supplementary) {
		return passed(actor, roundId, supplementary, true);
	}

	private List<CaseView> passed(Actor actor, long roundId, boolean supplementary, boolean held) {
		var objected = this.objections.stream()
			.flatMap((source) -> source.cases(roundId).stream())
			.collect(Collectors.toSet());
		var returned = this.applications.returnedFromNotice(roundId);
		return this.applications.cases(actor, roundId, Set.of(ApplicationStatus.PASSED))
			.stream()
			.filter((aCase) -> returned.contains(aCase.id()) == supplementary)
			.filter((aCase) -> objected.contains(aCase.id()) == held)
			.sorted(CaseView.byClassAndName())
			.toList();
	}

}
