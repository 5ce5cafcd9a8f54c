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
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Recipient;
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

	private final Thresholds thresholds;

	private final BudgetService budgets;

	private final StudentService students;

	private final IdentificationService identification;

	private final ColleagueRepository colleagues;

	BoardReader(MeetingService meetings, DecisionService decisions, ApplicationService applications,
			ProgrammeService programmes, Thresholds thresholds, BudgetService budgets, StudentService students,
			IdentificationService identification, ColleagueRepository colleagues) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.programmes = programmes;
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
		var asked = this.applications.askedProgrammes(round.id());
		var board = Board.of(cases, decisions,
				new Board.Setting(elsewhere, this.applications.returned(meeting.roundId()),
						meeting.isOpen() ? this.colleagues.kin(cases, meeting.present()).keySet() : Set.of(),
						this.thresholds.of(actor, cases), this.identification.grounds(actor, assessed),
						offered ? this.programmes.findStandards(programme.id(), round.year()) : Optional.empty(),
						offered ? this.budgets.budget(round.schoolId(), round.year()) : Optional.empty(),
						(it) -> asks(asked, it, programme.id()),
						this.applications.tiers(round.schoolId(), round.year().previous())));
		return board.with(costs(actor, round, board.rows(), elsewhere, asked));
	}

	/** Every programme of the round against its budget, the whole year long. */
	private List<Board.Cost> costs(Actor actor, RoundView round, List<Board.Row> rows, List<CaseView> elsewhere,
			Map<Long, Set<Long>> asked) {
		var here = rows.stream().flatMap((row) -> Passing.of(row.application(), row.tier()).stream()).toList();
		var before = elsewhere.stream().flatMap((it) -> Passing.of(it, it.decidedTier()).stream()).toList();
		var pupils = this.students.pupils(actor,
				Stream.concat(here.stream(), before.stream()).map((one) -> one.application().enrolmentId()).toList())
			.stream()
			.collect(Collectors.toMap(PupilView::id, Function.identity()));
		return this.applications.programmes(round.id())
			.stream()
			.map(this.programmes::programme)
			.flatMap((programme) -> {
				Predicate<Passing> asking = (one) -> asks(asked, one.application(), programme.id());
				return cost(round, programme, recipients(here.stream().filter(asking), pupils),
						recipients(before.stream().filter(asking), pupils))
					.stream();
			})
			.toList();
	}

	/** A case that names no programme asks for every one of its round. */
	private static boolean asks(Map<Long, Set<Long>> asked, CaseView application, long programme) {
		return asked.getOrDefault(application.id(), Set.of(programme)).contains(programme);
	}

	private static List<Recipient> recipients(Stream<Passing> passing, Map<Long, PupilView> pupils) {
		return passing
			.flatMap((one) -> Stream.ofNullable(pupils.get(one.application().enrolmentId()))
				.map((pupil) -> new Recipient(one.tier(), pupil.stage(), pupil.boarding())))
			.toList();
	}

	private Optional<Board.Cost> cost(RoundView round, ProgrammeView programme, List<Recipient> here,
			List<Recipient> before) {
		return this.programmes.findScale(programme.id(), round.year())
			.map((scale) -> new Board.Cost(programme.name(), here.size(), before.size(),
					Stream.concat(here.stream(), before.stream()).map(scale::annual).reduce(Yuan.ZERO, Yuan::plus),
					this.budgets.budget(round.schoolId(), round.year(), programme.id()).orElse(null)));
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
