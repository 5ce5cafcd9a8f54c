package org.nuanyang.visit;

import java.util.List;
import java.util.Optional;

import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/** Visits in the pupil file. */
@Component
class VisitFilePart implements PupilFilePart {

	private final VisitService visits;

	VisitFilePart(VisitService visits) {
		this.visits = visits;
	}

	@Override
	public String headingKey() {
		return "visit.tab";
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		return HouseholdService.mayRead(actor) ? this.visits.visits(actor, pupil.id())
			.stream()
			.map((visit) -> new TimelineEntry(visit.day(), "visit.timeline." + visit.agreement(), visit.visitor(),
					visit.secondVisitor())
				.linked("/visits/" + visit.id()))
			.toList() : List.of();
	}

	@Override
	public Optional<Tab> tab(Actor actor, PupilView pupil) {
		return HouseholdService.mayRead(actor)
				? Optional.of(new Tab("visit.tab", "/students/" + pupil.id() + "/visits")) : Optional.empty();
	}

	@Override
	public Optional<Button> button(Actor actor, PupilView pupil) {
		return HouseholdService.mayWrite(actor) && pupil.status().isLive()
				? Optional.of(new Button("visit.record", "home-heart", "/visits/new?student=" + pupil.id(), false))
				: Optional.empty();
	}

}
