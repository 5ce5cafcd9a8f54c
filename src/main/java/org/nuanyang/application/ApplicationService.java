package org.nuanyang.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Recall;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of a round, and the steps that review, notice and filing take with them. How
 * a case comes in and is assessed is {@link IntakeService}; rounds are
 * {@link RoundService}.
 */
@Service
@Transactional
public class ApplicationService {

	/** Whoever proposed a tier does not decide it. */
	private static final Set<ApplicationAction> MADE = Set.of(ApplicationAction.SUBMIT, ApplicationAction.ASSESS,
			ApplicationAction.APPRAISE);

	private final CaseSteps steps;

	private final CaseReader cases;

	private final CaseHistory history;

	private final AskedProgrammes programmes;

	private final RoundService rounds;

	ApplicationService(CaseSteps steps, CaseReader cases, CaseHistory history, AskedProgrammes programmes,
			RoundService rounds) {
		this.steps = steps;
		this.cases = cases;
		this.history = history;
		this.programmes = programmes;
		this.rounds = rounds;
	}

	@Transactional(readOnly = true)
	public RoundView round(Actor actor, long roundId) {
		return this.rounds.one(roundId);
	}

	/** Those this person may see, by grade, class and name. */
	@Transactional(readOnly = true)
	public List<CaseView> cases(Actor actor, long roundId, Set<ApplicationStatus> statuses) {
		return this.cases.ofRound(actor, roundId, statuses);
	}

	/** The recognised cases of a round on which awards stand, whoever asks. */
	@Transactional(readOnly = true)
	public Set<Long> standing(long roundId) {
		return this.cases.ids(roundId, ApplicationStatus.STANDING);
	}

	/** The programmes that a round recognises hardship for. */
	@Transactional(readOnly = true)
	public List<Long> programmes(long roundId) {
		return Recall.once("offered", List.of(roundId), () -> this.programmes.offered(roundId));
	}

	/**
	 * What the cases of a round ask for, by case; one that is missing asks for all that
	 * the round offers.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Set<Long>> askedProgrammes(long roundId) {
		return Recall.once("asked", List.of(roundId), () -> this.programmes.ofCases(roundId));
	}

	@Transactional(readOnly = true)
	public CaseView one(Actor actor, long applicationId) {
		return this.cases.one(actor, applicationId).orElseThrow(() -> new NotFound("application " + applicationId));
	}

	/** Every case of one pupil, the latest year first. */
	@Transactional(readOnly = true)
	public List<CaseView> ofPupil(Actor actor, long enrolmentId) {
		return this.cases.ofPupil(actor, enrolmentId);
	}

	/** The last step first. */
	@Transactional(readOnly = true)
	public List<CaseEvent> history(Actor actor, long applicationId) {
		one(actor, applicationId);
		return this.history.of(applicationId);
	}

	/**
	 * The steps of each of these cases, which the actor was shown; the last step first.
	 */
	@Transactional(readOnly = true)
	Map<Long, List<CaseEvent>> histories(Collection<CaseView> applications) {
		return this.history.of(applications.stream().map(CaseView::id).toList());
	}

	/**
	 * The cases of a round that once came back to the committee, each with what it was
	 * asked to look at.
	 */
	@Transactional(readOnly = true)
	public Map<Long, String> returned(long roundId) {
		return this.history.returned(roundId);
	}

	/** Those of them that had been on notice before they came back. */
	@Transactional(readOnly = true)
	public Set<Long> returnedFromNotice(long roundId) {
		return this.history.returnedFromNotice(roundId);
	}

	/** How many pupils of a school have which tier in that year. */
	@Transactional(readOnly = true)
	public Map<Tier, Long> tiers(long schoolId, SchoolYear year) {
		return this.cases.tiers(schoolId, year);
	}

	/**
	 * @param tier what the class proposes, or null when it does not propose the pupil
	 */
	public void appraise(Actor actor, long applicationId, @Nullable Tier tier, String remark) {
		var application = this.steps.open(actor, applicationId);
		if (!application.isAssessed()) {
			throw new RuleViolation("application.refused.not-assessed", application.number());
		}
		application.appraised(tier, remark);
		this.steps.take(actor, application, ApplicationAction.APPRAISE, remark);
		this.rounds.reach(application.roundId(), RoundStatus.CLASS_APPRAISAL);
	}

	/** The signed decision for a tier; refused to whoever proposed one. */
	public void pass(Actor actor, long applicationId, Tier tier, @Nullable String reason) {
		decide(actor, applicationId, ApplicationAction.PASS, new Decision(tier, reason));
	}

	public void notPass(Actor actor, long applicationId, @Nullable String reason) {
		decide(actor, applicationId, ApplicationAction.NOT_PASS, new Decision(null, reason));
	}

	private void decide(Actor actor, long applicationId, ApplicationAction action, Decision decision) {
		var application = this.steps.open(actor, applicationId);
		this.steps.anotherPersonThan(actor, application, MADE, action);
		application.decided(decision.tier());
		this.steps.take(actor, application, action, decision.reason());
		this.rounds.reach(application.roundId(), RoundStatus.COMMITTEE);
	}

	public void putOnNotice(Actor actor, Collection<Long> applicationIds) {
		take(actor, applicationIds, ApplicationAction.PUT_ON_NOTICE, null);
		reach(actor, applicationIds, RoundStatus.NOTICE);
	}

	/** The notice was withdrawn before its end: its cases may stand on another. */
	public void takeOffNotice(Actor actor, Collection<Long> applicationIds) {
		take(actor, applicationIds, ApplicationAction.TAKE_OFF_NOTICE, null);
	}

	public void object(Actor actor, long applicationId, @Nullable String reason) {
		take(actor, Set.of(applicationId), ApplicationAction.OBJECT, reason);
	}

	/** The objection was dismissed or dropped. */
	public void resumeNotice(Actor actor, long applicationId, @Nullable String reason) {
		take(actor, Set.of(applicationId), ApplicationAction.RESUME_NOTICE, reason);
	}

	/** An objection was upheld: the committee decides anew. */
	public void backToReview(Actor actor, long applicationId, String reason) {
		var application = this.steps.open(actor, applicationId);
		application.decided(null);
		this.steps.take(actor, application, ApplicationAction.RETURN, reason);
	}

	/**
	 * The signed decision is taken back, as the case has gone no further.
	 * @param seen the version of the case that the person saw
	 */
	public void takeBack(Actor actor, long applicationId, int seen, String reason) {
		var application = this.steps.openAsSeen(actor, applicationId, seen);
		if (!ApplicationStatus.DECIDED.contains(application.status())) {
			throw new RuleViolation("application.refused.status", application.number(), ApplicationAction.RETURN,
					application.status());
		}
		application.decided(null);
		this.steps.take(actor, application, ApplicationAction.RETURN, reason);
	}

	/**
	 * The notice has ended without an objection and the list goes to the education
	 * authority.
	 */
	public void recognise(Actor actor, Collection<Long> applicationIds) {
		take(actor, applicationIds, ApplicationAction.RECOGNISE, null);
		reach(actor, applicationIds, RoundStatus.FILING);
	}

	/** The termly re-check found another tier, and another person confirmed it. */
	public void adjust(Actor principal, long applicationId, Tier tier, String reason) {
		var application = this.steps.open(principal, applicationId);
		application.decided(tier);
		this.steps.take(principal, application, ApplicationAction.ADJUST, reason);
	}

	/** The termly re-check ended the recognition, and another person confirmed it. */
	public void end(Actor principal, long applicationId, String reason) {
		take(principal, Set.of(applicationId), ApplicationAction.END, reason);
	}

	/** The education authority has accepted the list. */
	public void filed(Actor actor, long roundId) {
		this.rounds.reach(roundId, RoundStatus.FILED);
	}

	private void take(Actor actor, Collection<Long> applicationIds, ApplicationAction action, @Nullable String reason) {
		for (var id : applicationIds) {
			this.steps.take(actor, this.steps.open(actor, id), action, reason);
		}
	}

	private void reach(Actor actor, Collection<Long> applicationIds, RoundStatus status) {
		applicationIds.stream()
			.map((id) -> one(actor, id).roundId())
			.distinct()
			.forEach((round) -> this.rounds.reach(round, status));
	}

	private record Decision(@Nullable Tier tier, @Nullable String reason) {

	}

}
