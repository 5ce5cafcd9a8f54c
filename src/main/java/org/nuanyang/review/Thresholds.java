package org.nuanyang.review;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.nuanyang.application.CaseView;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Finds the lines by which the cases of a board were assessed: those of the latest
 * assessment.
 */
@Component
class Thresholds {

	private final IdentificationService identification;

	Thresholds(IdentificationService identification) {
		this.identification = identification;
	}

	ThresholdLines of(Actor actor, Collection<CaseView> cases) {
		return cases.stream()
			.filter((application) -> application.points() != null)
			.map(CaseView::assessmentId)
			.filter(Objects::nonNull)
			.max(Long::compare)
			.map((id) -> new ThresholdLines(this.identification.assessment(actor, id).thresholds()))
			.orElseGet(() -> new ThresholdLines(List.of()));
	}

}
