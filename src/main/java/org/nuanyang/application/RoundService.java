package org.nuanyang.application;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.function.Function;
import java.util.Objects;
import org.nuanyang.kernel.Recall;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.ProgrammeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Aid rounds: one per school and school year. */
@Service
@Transactional
public class RoundService {

	/** A round is prepared at most so many months before its year. */
	private static final int AHEAD = 3;

	private final RoundRepository rounds;

	private final CaseReader cases;

	private final AskedProgrammes programmes;

	private final ProgrammeService policy;

	private final Audit audit;

	private final ObjectProvider<StepLoad> loads;

	private final RoundMoves moves;

	private final Clock clock;

	RoundService(RoundRepository rounds, CaseReader cases, AskedProgrammes programmes, ProgrammeService policy,
			ObjectProvider<StepLoad> loads, RoundMoves moves, Audit audit, Clock clock) {
		this.rounds = rounds;
		this.cases = cases;
		this.programmes = programmes;
		this.policy = policy;
		this.loads = loads;
		this.moves = moves;
		this.audit = audit;
		this.clock = clock;
	}

	/** Opens the round of a year; refuses a second one for the same year. */
	public RoundView open(Actor actor, RoundPlan plan) {
		if (!actor.is(Role.OFFICER)) {
			throw new NotFound("rounds of " + actor.userId());
		}
		var school = actor.ownSchool();
		this.rounds.findBySchoolIdAndSchoolYear(school, plan.year().firstYear()).ifPresent((round) -> {
			throw RuleViolation.on("year", "application.round.duplicate", plan.year().label());
		});
		var round = store(new AidRound(actor, plan, this.clock.instant()), plan);
		this.programmes.offer(round, offered(plan));
		this.audit.record(actor, school, "round.opened", "aid_round", round.id(),
				Map.of("year", plan.year().firstYear(), "noticeWorkingDays", plan.noticeWorkingDays()));
		return round.view();
	}

	/** Those with standards for the year; the tiered grant may get them later. */
	private Set<Long> offered(RoundPlan plan) {
		if (plan.programmes().isEmpty()) {
			return Set.of(this.policy.programme(ProgrammeService.TIERED_GRANT).id());
		}
		for (var programme : plan.programmes()) {
			var name = this.policy.programme(programme).name();
			if (this.policy.findScale(programme, plan.year()).isEmpty()) {
				throw RuleViolation.on("programmes", "application.round.programme.unpaid", name, plan.year().label());
			}
		}
		return plan.programmes();
	}

	private AidRound store(AidRound round, RoundPlan plan) {
		try {
			return this.rounds.saveAndFlush(round);
		}
		catch (DataIntegrityViolationException taken) {
			// Somebody opened it in the same moment; the database allows one per year.
			throw RuleViolation.on("year", "application.round.duplicate", plan.year().label());
		}
	}

	/** Those of the schools this person may see, the latest year first. */
	@Transactional(readOnly = true)
	public List<RoundView> rounds() {
		return views(this.rounds.findAllByOrderBySchoolYearDescSchoolIdAsc());
	}

	@Transactional(readOnly = true)
	public RoundView one(long roundId) {
		return views(List.of(stored(roundId))).getFirst();
	}

	/** Whether somebody may still apply today. */
	public boolean takesCases(RoundView round) {
		return round.takesCases(LocalDate.now(this.clock));
	}

	@Transactional(readOnly = true)
	public Optional<RoundView> of(long schoolId, SchoolYear year) {
		return Recall.once("round", List.of(schoolId, year),
				() -> this.rounds.findBySchoolIdAndSchoolYear(schoolId, year.firstYear())
					.flatMap((round) -> views(List.of(round)).stream().findFirst()));
	}

	/** The nine steps with their days, and how far the cases have come in each. */
	@Transactional(readOnly = true)
	/** The steps of a round, whoever looks. */
	public List<TrackStep> track(RoundView round) {
		return TrackStep.of(round, progress(round), LocalDate.now(this.clock), Map.of());
	}

	/** The steps of a round, with what of each waits for this person. */
	public List<TrackStep> track(Actor actor, RoundView round) {
		var own = new EnumMap<RoundStep, Long>(RoundStep.class);
		this.cases.own(actor, round.id())
			.forEach((step, count) -> step.at().ifPresent((at) -> own.merge(at, count, Long::sum)));
		return TrackStep.of(round, progress(round), LocalDate.now(this.clock), own);
	}

	/** Each stands where its hindmost case stands, whoever looks. */
	private List<RoundView> views(List<AidRound> rounds) {
		var views = rounds.stream().map(AidRound::view).toList();
		var progress = progress(views);
		var today = LocalDate.now(this.clock);
		return views.stream().map((view) -> {
			var own = Objects.requireNonNull(progress.get(view.id()));
			return view.standing(own.status(view.status()), TrackStep.late(TrackStep.of(view, own, today, Map.of())));
		}).toList();
	}

	private RoundProgress progress(RoundView round) {
		return Objects.requireNonNull(progress(List.of(round)).get(round.id()));
	}

	/** A statement or two for all of them, however many rounds a county has. */
	private Map<Long, RoundProgress> progress(List<RoundView> rounds) {
		if (rounds.isEmpty()) {
			return Map.of();
		}
		var ids = rounds.stream().map(RoundView::id).toList();
		return Recall.once("progress of rounds", ids, () -> {
			var cases = this.cases.counts(ids);
			var later = new EnumMap<RoundStep, Map<Long, StepLoad.Load>>(RoundStep.class);
			this.loads.forEach((load) -> later.put(load.step(), load.of(rounds)));
			return ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> {
				var own = new EnumMap<RoundStep, StepLoad.Load>(RoundStep.class);
				later.forEach((step, loads) -> own.put(step, loads.getOrDefault(id, StepLoad.Load.NONE)));
				return RoundProgress.of(cases.getOrDefault(id, RoundCounts.NONE), own);
			}));
		});
	}

	/** The round of the school year under way. */
	@Transactional(readOnly = true)
	public Optional<RoundView> current(Actor actor) {
		return actor.school().flatMap((school) -> of(school, SchoolYear.of(LocalDate.now(this.clock))));
	}

	/**
	 * The year whose round the actor's school can open: this one, or in its last months
	 * the next.
	 */
	@Transactional(readOnly = true)
	public Optional<SchoolYear> toOpen(Actor actor) {
		var today = LocalDate.now(this.clock);
		var year = SchoolYear.of(today);
		var open = Stream.of(year, year.next());
		return actor.school()
			.flatMap((school) -> open.filter((one) -> !today.isBefore(one.first().minusMonths(AHEAD)))
				.filter((one) -> of(school, one).isEmpty())
				.findFirst());
	}

	/** How many of its cases stand where, for those this person may see. */
	@Transactional(readOnly = true)
	public Map<ApplicationStatus, Long> counts(Actor actor, long roundId) {
		return this.cases.counts(actor, roundId);
	}

	/**
	 * Moves the days of a round and names who answers for its steps. What moves is kept
	 * with the reason.
	 * @param seen the version of the round the person saw
	 */
	public void replan(Actor actor, long roundId, int seen, RoundChange change) {
		var round = stored(roundId);
		if (!actor.is(Role.OFFICER) || round.schoolId() != actor.ownSchool()) {
			throw new NotFound("round " + roundId + " for " + actor.userId());
		}
		round.expect(seen);
		var before = round.view();
		var moves = change.moves(before);
		if (moves.isEmpty() && change.leaders().equals(before.leaders())) {
			throw new RuleViolation("application.round.plan.same");
		}
		change.explain(!moves.isEmpty());
		round.replan(change.dates(), change.leaders());
		this.rounds.saveAndFlush(round);
		this.moves.add(actor, round, moves, this.clock.instant());
		this.audit.record(actor, round.schoolId(), "round.replanned", "aid_round", roundId,
				Map.of("moved", moves.stream().map((move) -> move.step().name()).toList().toString()));
	}

	/** How the days of a round were moved, the latest first. */
	@Transactional(readOnly = true)
	public List<RoundMove> moves(long roundId) {
		return this.moves.of(roundId);
	}

	AidRound stored(long roundId) {
		return this.rounds.findById(roundId).orElseThrow(() -> new NotFound("round " + roundId));
	}

	void reach(long roundId, RoundStatus status) {
		stored(roundId).reach(status);
	}

}
