package org.nuanyang.review;

import java.util.List;
import java.util.Optional;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseHold;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking a signed decision back until the next step acts: the record of the meeting stays
 * as it is, and the case goes before the committee again (ADR 18).
 */
@Service
@Transactional
class RetractionService {

	private final DecisionRepository decisions;

	private final MeetingRepository meetings;

	private final ApplicationService applications;

	private final List<CaseHold> holds;

	RetractionService(DecisionRepository decisions, MeetingRepository meetings, ApplicationService applications,
			List<CaseHold> holds) {
		this.decisions = decisions;
		this.meetings = meetings;
		this.applications = applications;
		this.holds = holds;
	}

	/** Empty where there is nothing to take back, or not by this person. */
	@Transactional(readOnly = true)
	Optional<Offer> offer(Actor actor, CaseView application) {
		if (!ApplicationStatus.DECIDED.contains(application.status()) || !actor.is(Role.PRINCIPAL, Role.REVIEWER)) {
			return Optional.empty();
		}
		return this.decisions.signed(application.id())
			.stream()
			.findFirst()
			.filter((decision) -> isFor(actor, decision))
			.map((decision) -> new Offer(application.version(), isHeld(application.id())));
	}

	/** Whoever signed it, or a principal who did not stay away from it. */
	private boolean isFor(Actor actor, MeetingDecision decision) {
		if (decision.signature().filter((signature) -> signature.userId() == actor.userId()).isPresent()) {
			return true;
		}
		return actor.is(Role.PRINCIPAL) && this.meetings.findById(decision.meetingId())
			.stream()
			.flatMap((meeting) -> meeting.view().attendees().stream())
			.filter((member) -> member.isAccount(actor.userId(), actor.name()))
			.noneMatch((member) -> decision.recused().contains(member.name()));
	}

	private boolean isHeld(long applicationId) {
		return this.holds.stream().anyMatch((hold) -> hold.holds(applicationId));
	}

	void takeBack(Actor actor, long applicationId, int seen, String reason) {
		var offer = offer(actor, this.applications.one(actor, applicationId))
			.orElseThrow(() -> new RuleViolation("review.take-back.refused"));
		if (offer.held()) {
			throw new RuleViolation("review.take-back.held");
		}
		this.applications.takeBack(actor, applicationId, seen, MeetingService.said(reason));
	}

	/**
	 * What the person may do with the decision of a case.
	 *
	 * @param version of the case, as the person sees it
	 * @param held a later step has the case in hand
	 */
	record Offer(int version, boolean held) {

	}

}
