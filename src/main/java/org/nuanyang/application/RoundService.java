package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Aid rounds: one per school and school year. */
@Service
@Transactional
public class RoundService {

	private final RoundRepository rounds;

	private final CaseReader cases;

	private final Audit audit;

	private final Clock clock;

	RoundService(RoundRepository rounds, CaseReader cases, Audit audit, Clock clock) {
		this.rounds = rounds;
		this.cases = cases;
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
		this.audit.record(actor, school, "round.opened", "aid_round", round.id(),
				Map.of("year", plan.year().firstYear(), "noticeWorkingDays", plan.noticeWorkingDays()));
		return round.view();
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
		return this.rounds.findAllByOrderBySchoolYearDescSchoolIdAsc().stream().map(AidRound::view).toList();
	}

	@Transactional(readOnly = true)
	public RoundView one(long roundId) {
		return stored(roundId).view();
	}

	@Transactional(readOnly = true)
	public Optional<RoundView> of(long schoolId, SchoolYear year) {
		return this.rounds.findBySchoolIdAndSchoolYear(schoolId, year.firstYear()).map(AidRound::view);
	}

	/** The round of the school year under way. */
	@Transactional(readOnly = true)
	public Optional<RoundView> current(Actor actor) {
		return actor.school().flatMap((school) -> of(school, SchoolYear.of(LocalDate.now(this.clock))));
	}

	/** How many of its cases stand where, for those this person may see. */
	@Transactional(readOnly = true)
	public Map<ApplicationStatus, Long> counts(Actor actor, long roundId) {
		return this.cases.counts(actor, roundId);
	}

	AidRound stored(long roundId) {
		return this.rounds.findById(roundId).orElseThrow(() -> new NotFound("round " + roundId));
	}

	void reach(long roundId, RoundStatus status) {
		stored(roundId).reach(status);
	}

}
