package org.nuanyang.application;

import java.util.List;
import java.util.Optional;

import org.nuanyang.household.AwaitsCorrection;
import org.nuanyang.household.Correction;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases sent back for correction: why, by whom, and what is missing now. */
@Service
@Transactional(readOnly = true)
class CaseCorrections implements AwaitsCorrection {

	private final CaseReader cases;

	private final CaseHistory history;

	private final CaseCompleteness completeness;

	CaseCorrections(CaseReader cases, CaseHistory history, CaseCompleteness completeness) {
		this.cases = cases;
		this.history = history;
		this.completeness = completeness;
	}

	@Override
	public Optional<Correction> correction(Actor actor, long enrolmentId, SchoolYear year) {
		return this.cases.ofPupil(actor, enrolmentId)
			.stream()
			.filter((application) -> application.year().equals(year) && isSentBack(application))
			.flatMap((application) -> of(application, this.history.of(application.id()),
					this.completeness.sections(actor, application))
				.stream())
			.findFirst();
	}

	static Optional<Correction> of(CaseView application, List<CaseEvent> history, List<CaseSection> sections) {
		if (!isSentBack(application)) {
			return Optional.empty();
		}
		return history.stream()
			.filter((event) -> event.action() == ApplicationAction.SEND_BACK)
			.findFirst()
			.map((event) -> new Correction(event.actorName(), event.at(), event.reason(), missing(sections),
					"/applications/" + application.id() + "#c-actions"));
	}

	private static boolean isSentBack(CaseView application) {
		return application.status() == ApplicationStatus.SENT_BACK;
	}

	private static List<MessageSourceResolvable> missing(List<CaseSection> sections) {
		return sections.stream()
			.flatMap((section) -> section.gaps().stream())
			.map(MessageSourceResolvable.class::cast)
			.toList();
	}

}
