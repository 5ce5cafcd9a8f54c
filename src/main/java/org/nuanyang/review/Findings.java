package org.nuanyang.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.application.CaseView;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.visit.VisitService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads for the minutes what visits and lists said of each case on the meeting's day. */
@Service
@Transactional(readOnly = true)
class Findings {

	private final VisitService visits;

	private final HouseholdService households;

	Findings(VisitService visits, HouseholdService households) {
		this.visits = visits;
		this.households = households;
	}

	/** By application; what came after the meeting does not change its minutes. */
	Map<Long, Finding> of(Actor actor, MeetingView meeting, SchoolYear year, List<CaseView> cases) {
		var day = meeting.heldAt().toLocalDate();
		var pupils = cases.stream().map(CaseView::enrolmentId).toList();
		var agreements = this.visits.agreements(actor, pupils, year, day);
		var listed = this.households.listed(actor, pupils, day);
		return cases.stream()
			.collect(Collectors.toMap(CaseView::id,
					(one) -> new Finding(agreements.get(one.enrolmentId()), listed.contains(one.enrolmentId()))));
	}

}
