package org.nuanyang.identification;

import java.util.List;
import java.util.Optional;

import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/** The tab of assessments in the pupil file. */
@Component
class AssessmentFilePart implements PupilFilePart {

	@Override
	public String headingKey() {
		return "identification.tab";
	}

	@Override
	public int order() {
		return 30;
	}

	/**
	 * Calculations are working material; what was decided by them is the application's to
	 * tell.
	 */
	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		return List.of();
	}

	@Override
	public Optional<Tab> tab(Actor actor, PupilView pupil) {
		return HouseholdService.mayRead(actor)
				? Optional.of(new Tab("identification.tab", "/students/" + pupil.id() + "/assessments"))
				: Optional.empty();
	}

}
