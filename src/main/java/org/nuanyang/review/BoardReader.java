package org.nuanyang.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundView;
import org.nuanyang.fund.BudgetService;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Recipient;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;

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

	private final StudentService students;

	private final IdentificationService identification;

	BoardReader(MeetingService meetings, ApplicationService applications, ProgrammeService programmes,
			Thresholds thresholds, BudgetService budgets, StudentService students,
			IdentificationService identification) {
		this.meetings = meetings;
		this.applications = applications;
		this.programmes = programmes;
		this.thresholds = thresholds;
		this.budgets = budgets;
		this.students = students;
		this.identification = identification;
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
		var offered = this.applications.programmes(round.id()).contains(programme.id());
		var assessed = cases.stream().map(CaseView::assessmentId).filter(Objects::nonNull).toList();
		var board = Board.of(cases, decisions,
				new Board.Setting(this.applications.returned(meeting.roundId()), this.thresholds.of(actor, cases),
						this.identification.grounds(actor, assessed),
						offered ? this.programmes.findStandards(programme.id(), round.year()) : Optional.empty(),
						offered ? this.budgets.budget(round.schoolId(), round.year()) : Optional.empty(),
						this.applications.tiers(round.schoolId(), round.year()),
						this.applications.tiers(round.schoolId(), round.year().previous())));
		return board.with(others(actor, round, board.rows()));
	}

	/** The programmes of the round beside the tiered grant. */
	private List<Board.Cost> others(Actor actor, RoundView round, List<Board.Row> rows) {
		var others = this.applications.programmes(round.id())
			.stream()
			.map(this.programmes::programme)
			.filter((programme) -> !programme.isByTier())
			.toList();
		var passing = rows.stream().filter((row) -> row.tier() != null).toList();
		if (others.isEmpty() || passing.isEmpty()) {
			return List.of();
		}
		var asked = this.applications.askedProgrammes(round.id());
		var pupils = this.students
			.pupils(actor, passing.stream().map((row) -> row.application().enrolmentId()).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		return others.stream()
			.map((programme) -> cost(round, programme,
					passing.stream()
						.filter((row) -> asked.getOrDefault(row.application().id(), Set.of(programme.id()))
							.contains(programme.id()))
						.map((row) -> recipient(row, pupils))
						.flatMap(Optional::stream)
						.toList()))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<Recipient> recipient(Board.Row row, Map<Long, PupilView> pupils) {
		return Optional.ofNullable(pupils.get(row.application().enrolmentId()))
			.map((pupil) -> new Recipient(Objects.requireNonNull(row.tier()), pupil.stage(), pupil.boarding()));
	}

	private Optional<Board.Cost> cost(RoundView round, ProgrammeView programme, List<Recipient> recipients) {
		return this.programmes.findScale(programme.id(), round.year())
			.map((scale) -> new Board.Cost(programme.name(), recipients.size(),
					recipients.stream().map(scale::annual).reduce(Yuan.ZERO, Yuan::plus),
					this.budgets.budget(round.schoolId(), round.year(), programme.id()).orElse(null)));
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
