package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FrozenDeclarationService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a case comes in: drawn up on behalf, submitted, accepted, visited, assessed. */
@Service
@Transactional
public class IntakeService {

	private static final int LONGEST_REASON = 300;

	private final CaseSteps steps;

	private final CaseReader cases;

	private final CaseNumbers numbers;

	private final ProgrammeChoice choice;

	private final RoundService rounds;

	private final Readiness readiness;

	private final CaseCompleteness completeness;

	private final HouseholdService households;

	private final FrozenDeclarationService declarations;

	private final StudentService students;

	private final IdentificationService identification;

	private final Clock clock;

	IntakeService(CaseSteps steps, CaseReader cases, CaseNumbers numbers, ProgrammeChoice choice, RoundService rounds,
			Readiness readiness, CaseCompleteness completeness, HouseholdService households,
			FrozenDeclarationService declarations, StudentService students, IdentificationService identification,
			Clock clock) {
		this.steps = steps;
		this.cases = cases;
		this.numbers = numbers;
		this.choice = choice;
		this.rounds = rounds;
		this.readiness = readiness;
		this.completeness = completeness;
		this.households = households;
		this.declarations = declarations;
		this.students = students;
		this.identification = identification;
		this.clock = clock;
	}

	/**
	 * Draws up a case on behalf of each pupil (校方代办).
	 * @return the new cases, in the order of the pupils' ids
	 */
	public List<Long> apply(Actor actor, long roundId, Collection<Long> enrolmentIds) {
		return apply(actor, roundId, enrolmentIds, ApplicationRoute.ON_BEHALF, "");
	}

	/**
	 * Draws up a case of each pupil; one from a list only for whom a list names.
	 * @param renewal what has changed since for those whose case of this round was
	 * refused or ended; without it they are refused
	 */
	public List<Long> apply(Actor actor, long roundId, Collection<Long> enrolmentIds, ApplicationRoute route,
			String renewal) {
		if (!ApplicationAction.CREATE.isOpenTo(actor)) {
			throw new NotFound("round " + roundId);
		}
		if (enrolmentIds.isEmpty()) {
			throw RuleViolation.on("pupils", "application.new.nobody");
		}
		var round = this.rounds.stored(roundId);
		round.takesCases(LocalDate.now(this.clock));
		var pupils = new TreeSet<>(enrolmentIds).stream().map((id) -> mayApply(actor, round, id)).toList();
		if (route == ApplicationRoute.LISTED) {
			refuseUnlisted(actor, pupils);
		}
		// Taking numbers locks the round: whoever draws up a case for the same pupil
		// meanwhile waits and is refused.
		var number = this.numbers.take(roundId, pupils.size());
		refuseSecond(roundId, pupils);
		var former = this.cases.former(roundId, pupils.stream().map(PupilView::id).toList());
		var drafts = new ArrayList<Long>();
		for (var pupil : pupils) {
			var draft = new AidApplication(round, pupil, route, number++, this.clock.instant());
			var before = former.get(pupil.id());
			var begun = this.steps.begin(actor,
					(before != null && before.needsReason()) ? draft.renewing(before, said(renewal, pupil)) : draft);
			this.choice.begin(begun);
			drafts.add(begun.id());
		}
		return drafts;
	}

	private static String said(String renewal, PupilView pupil) {
		if (renewal.isBlank()) {
			throw RuleViolation.on("renewal", "application.new.renewal.missing", pupil.name());
		}
		if (renewal.strip().length() > LONGEST_REASON) {
			throw RuleViolation.on("renewal", "application.refused.reason.long", LONGEST_REASON);
		}
		return renewal.strip();
	}

	private PupilView mayApply(Actor actor, AidRound round, long enrolmentId) {
		var pupil = this.students.pupil(actor, enrolmentId);
		if (pupil.schoolId() != round.schoolId()) {
			throw new NotFound("pupil " + enrolmentId + " in round " + round.id());
		}
		if (pupil.status() != EnrolmentStatus.ENROLLED) {
			throw RuleViolation.on("pupils", "application.not-ready.enrolment", pupil.name());
		}
		return pupil;
	}

	private void refuseUnlisted(Actor actor, List<PupilView> pupils) {
		var entitled = this.households.entitled(actor, LocalDate.now(this.clock));
		pupils.stream().filter((pupil) -> !entitled.contains(pupil.id())).findFirst().ifPresent((pupil) -> {
			throw RuleViolation.on("pupils", "application.new.unlisted", pupil.name());
		});
	}

	private void refuseSecond(long roundId, List<PupilView> pupils) {
		var applied = this.cases.applied(roundId, pupils.stream().map(PupilView::id).toList());
		pupils.stream().filter((pupil) -> applied.contains(pupil.id())).findFirst().ifPresent((pupil) -> {
			throw RuleViolation.on("pupils", "application.new.applied", pupil.name());
		});
	}

	public void submit(Actor actor, long id, int version) {
		var application = ready(actor, id, version, ApplicationAction.SUBMIT);
		application.sitsIn(this.students.pupil(actor, application.enrolmentId()));
		application.declares(this.declarations.freeze(actor, application.enrolmentId(),
				this.rounds.one(application.roundId()).year()));
		this.steps.take(actor, application, ApplicationAction.SUBMIT, null);
		this.rounds.reach(application.roundId(), RoundStatus.APPLYING);
	}

	/**
	 * @param reason in the person's words; everything that is missing is written after it
	 */
	public void sendBack(Actor actor, long id, int version, @Nullable String reason) {
		var application = ready(actor, id, version, ApplicationAction.SEND_BACK);
		var view = this.cases.one(actor, id).orElseThrow(() -> new NotFound("application " + id));
		var said = this.completeness.withGaps(actor, view, reason);
		this.steps.take(actor, application, ApplicationAction.SEND_BACK, said);
	}

	/**
	 * A pupil who was visited before the form was accepted needs no second visit, unless
	 * one was asked for.
	 */
	public void accept(Actor actor, long id, int version) {
		var application = ready(actor, id, version, ApplicationAction.ACCEPT);
		this.steps.take(actor, application, ApplicationAction.ACCEPT, null);
		if (this.readiness.isVisited(application, this.rounds.one(application.roundId()).year())) {
			this.steps.take(actor, application, ApplicationAction.RECORD_VISIT, null);
		}
	}

	/**
	 * Scores the facts verified so far; another assessment of the same case takes the
	 * place of the first.
	 */
	public void assess(Actor actor, long id, int version) {
		var application = ready(actor, id, version, ApplicationAction.ASSESS);
		var assessment = this.identification.assess(actor, application.enrolmentId(),
				this.rounds.one(application.roundId()).year());
		application.assessed(assessment.id(), assessment.points(), assessment.directCategory() != null,
				assessment.suggested());
		this.steps.take(actor, application, ApplicationAction.ASSESS, null);
	}

	/** Somebody visits the family again; what was assessed and appraised since goes. */
	public void returnToVisit(Actor actor, long id, int version, @Nullable String reason) {
		this.steps.take(actor, ready(actor, id, version, ApplicationAction.RETURN_TO_VISIT),
				ApplicationAction.RETURN_TO_VISIT, reason);
	}

	/** The class appraises anew. */
	public void returnToClass(Actor actor, long id, int version, @Nullable String reason) {
		this.steps.take(actor, ready(actor, id, version, ApplicationAction.RETURN_TO_CLASS),
				ApplicationAction.RETURN_TO_CLASS, reason);
	}

	public void withdraw(Actor actor, long id, int version, @Nullable String reason) {
		this.steps.take(actor, ready(actor, id, version, ApplicationAction.WITHDRAW), ApplicationAction.WITHDRAW,
				reason);
	}

	/** The family has been told; the pupil may apply again when something changes. */
	public void refuse(Actor actor, long id, int version, @Nullable String reason) {
		this.steps.take(actor, ready(actor, id, version, ApplicationAction.REFUSE), ApplicationAction.REFUSE, reason);
	}

	private AidApplication ready(Actor actor, long id, int version, ApplicationAction action) {
		var application = this.steps.openAsSeen(actor, id, version);
		this.steps.allow(actor, application, action);
		var view = this.cases.one(actor, id).orElseThrow(() -> new NotFound("application " + id));
		this.readiness.obstacle(actor, view, action).ifPresent((obstacle) -> {
			throw obstacle;
		});
		return application;
	}

}
