package org.nuanyang.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.fund.BudgetService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.ProgrammeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays a meeting's cases out on the board. */
@Service
@Transactional(readOnly = true)
class BoardReader {

	private final MeetingService meetings;

	private final ApplicationService applications;

	private final ProgrammeService programmes;

	private final Thresholds thresholds;

	private final BudgetService budgets;

	BoardReader(MeetingService meetings, ApplicationService applications, ProgrammeService programmes,
			Thresholds thresholds, BudgetService budgets) {
		this.meetings = meetings;
		this.applications = applications;
		this.programmes = programmes;
		this.thresholds = thresholds;
		this.budgets = budgets;
	}

	Board of(Actor actor, MeetingView meeting) {
		var decisions = decisions(meeting);
		return of(actor, meeting, decisions, cases(actor, meeting, decisions));
	}

	/** These cases of the meeting only. */
	Board of(Actor actor, MeetingView meeting, Set<Long> applicationIds) {
		var decisions = decisions(meeting);
		return of(actor, meeting, decisions,
				cases(actor, meeting, decisions).stream().filter((it) -> applicationIds.contains(it.id())).toList());
	}

	private Map<Long, DecisionView> decisions(MeetingView meeting) {
		return this.meetings.decisions(meeting.id())
			.stream()
			.collect(Collectors.toMap(DecisionView::applicationId, Function.identity()));
	}

	private Board of(Actor actor, MeetingView meeting, Map<Long, DecisionView> decisions, List<CaseView> cases) {
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var round = this.applications.round(actor, meeting.roundId());
		return Board.of(cases, decisions, this.applications.returned(meeting.roundId()),
				this.thresholds.of(actor, cases), this.programmes.findStandards(programme.id(), round.year()),
				this.budgets.budget(round.schoolId(), round.year()));
	}

	/**
	 * While open, every case before the committee; afterwards those that were decided.
	 */
	private List<CaseView> cases(Actor actor, MeetingView meeting, Map<Long, DecisionView> decisions) {
		return this.applications.cases(actor, meeting.roundId(), EnumSet.allOf(ApplicationStatus.class))
			.stream()
			.filter((it) -> decisions.containsKey(it.id())
					|| (meeting.isOpen() && it.status() == ApplicationStatus.CLASS_APPRAISED))
			.toList();
	}

}
