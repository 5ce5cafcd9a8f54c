package org.nuanyang.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundView;
import org.nuanyang.fund.BudgetService;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays a meeting's cases out on the board. */
@Service
@Transactional(readOnly = true)
class BoardReader {

	private final MeetingService meetings;

	private final DecisionService decisions;

	private final ApplicationService applications;

	private final ProgrammeService programmes;

	private final PairService pairs;

	private final Thresholds thresholds;

	private final BudgetService budgets;

	private final StudentService students;

	private final IdentificationService identification;

	private final ColleagueRepository colleagues;

	BoardReader(MeetingService meetings, DecisionService decisions, ApplicationService applications,
			ProgrammeService programmes, PairService pairs, Thresholds thresholds, BudgetService budgets,
			StudentService students, IdentificationService identification, ColleagueRepository colleagues) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.programmes = programmes;
		this.pairs = pairs;
		this.thresholds = thresholds;
		this.budgets = budgets;
		this.students = students;
		this.identification = identification;
		this.colleagues = colleagues;
	}

	Board of(Actor actor, MeetingView meeting) {
		var decisions = decisions(meeting);
		return of(actor, meeting, decisions, all(actor, meeting), (it) -> true);
	}

	/** These cases of the meeting only. */
	Board of(Actor actor, MeetingView meeting, Set<Long> applicationIds) {
		var decisions = decisions(meeting);
		return of(actor, meeting, decisions, all(actor, meeting), (it) -> applicationIds.contains(it.id()));
	}

	private Map<Long, DecisionView> decisions(MeetingView meeting) {
		return this.decisions.ofMeeting(meeting.id())
			.stream()
			.collect(Collectors.toMap(DecisionView::applicationId, Function.identity()));
	}

	/**
	 * While open, every case that was before the committee on that day; afterwards those
	 * that were decided.
	 */
	private Board of(Actor actor, MeetingView meeting, Map<Long, DecisionView> decisions, List<CaseView> all,
			Predicate<CaseView> shown) {
		var open = meeting.isOpen()
				? this.meetings.agenda(actor, meeting).stream().map(CaseView::id).collect(Collectors.toSet())
				: Set.<Long>of();
		var cases = all.stream()
			.filter((it) -> decisions.containsKey(it.id()) || open.contains(it.id()))
			.filter(shown)
			.toList();
		var elsewhere = all.stream().filter((it) -> isDecided(it) && !cases.contains(it)).toList();
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var round = this.applications.round(actor, meeting.roundId());
		var offered = this.applications.programmes(round.id()).contains(programme.id());
		var assessed = Stream.concat(cases.stream(), elsewhere.stream())
			.map(CaseView::assessmentId)
			.filter(Objects::nonNull)
			.toList();
		var grants = grants(actor, round, Stream.concat(cases.stream(), elsewhere.stream()).toList());
		var board = Board.of(cases, decisions,
				new Board.Setting(elsewhere, this.applications.returned(meeting.roundId()),
						meeting.isOpen() ? this.colleagues.kin(cases, meeting.present()).keySet() : Set.of(),
						this.thresholds.of(actor, cases), this.identification.grounds(actor, assessed),
						offered ? this.programmes.findStandards(programme.id(), round.year()) : Optional.empty(),
						offered ? this.budgets.budget(round.schoolId(), round.year()) : Optional.empty(),
						(it, tier) -> grants.gives(it, tier, programme.id()),
						this.applications.tiers(round.schoolId(), round.year().previous())));
		return board.with(costs(round, board.rows(), elsewhere, grants));
	}

	private ExpectedGrants grants(Actor actor, RoundView round, List<CaseView> cases) {
		var pupils = this.students.pupils(actor, cases.stream().map(CaseView::enrolmentId).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		return new ExpectedGrants(
				this.applications.programmes(round.id()).stream().map(this.programmes::programme).toList(),
				round.year(), this.programmes, this.pairs, this.applications.askedProgrammes(round.id()), pupils);
	}

	/** Every programme of the round against its budget, the whole year long. */
	private List<Board.Cost> costs(RoundView round, List<Board.Row> rows, List<CaseView> elsewhere,
			ExpectedGrants grants) {
		var here = rows.stream().flatMap((row) -> Passing.of(row.application(), row.tier()).stream()).toList();
		var before = elsewhere.stream().flatMap((it) -> Passing.of(it, it.decidedTier()).stream()).toList();
		return grants.programmes()
			.stream()
			.filter((programme) -> this.programmes.findScale(programme.id(), round.year()).isPresent())
			.map((programme) -> {
				var now = amounts(here, grants, programme.id());
				var earlier = amounts(before, grants, programme.id());
				var sum = sum(now);
				return new Board.Cost(programme.name(), now.size(), earlier.size(), sum, sum.plus(sum(earlier)),
						this.budgets.budget(round.schoolId(), round.year(), programme.id()).orElse(null));
			})
			.toList();
	}

	private static List<Yuan> amounts(List<Passing> passing, ExpectedGrants grants, long programme) {
		return passing.stream()
			.filter((one) -> grants.gives(one.application(), one.tier(), programme))
			.flatMap((one) -> grants.annual(one.application(), one.tier(), programme).stream())
			.toList();
	}

	private static Yuan sum(List<Yuan> amounts) {
		return amounts.stream().reduce(Yuan.ZERO, Yuan::plus);
	}

	private List<CaseView> all(Actor actor, MeetingView meeting) {
		return this.applications.cases(actor, meeting.roundId(), EnumSet.allOf(ApplicationStatus.class));
	}

	private static boolean isDecided(CaseView application) {
		return application.decidedTier() != null || application.isTurnedDown();
	}

	/** A case whose pupil gets a tier. */
	private record Passing(CaseView application, Tier tier) {

		static Optional<Passing> of(CaseView application, @Nullable Tier tier) {
			return Optional.ofNullable(tier).map((known) -> new Passing(application, known));
		}

	}

}
