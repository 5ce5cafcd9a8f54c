package org.nuanyang.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an open meeting rules on its cases, one by one or many at once. */
@Service
@Transactional
public class DecisionService {

	private final MeetingService meetings;

	private final DecisionRepository decisions;

	private final ApplicationService applications;

	private final Thresholds thresholds;

	private final HeldDays heldDays;

	private final ColleagueRepository colleagues;

	private final Clock clock;

	DecisionService(MeetingService meetings, DecisionRepository decisions, ApplicationService applications,
			Thresholds thresholds, HeldDays heldDays, ColleagueRepository colleagues, Clock clock) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.thresholds = thresholds;
		this.heldDays = heldDays;
		this.colleagues = colleagues;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public List<DecisionView> ofMeeting(long meetingId) {
		return this.decisions.findByMeetingId(meetingId).stream().map(MeetingDecision::view).toList();
	}

	/** What the committee last decided on a case, once signed off. */
	@Transactional(readOnly = true)
	public Optional<DecisionView> lastSigned(long applicationId) {
		return this.decisions.signed(applicationId).stream().findFirst().map(MeetingDecision::view);
	}

	/**
	 * Records the ruling on one case, or another in its place.
	 * @param seen the version of the decision the person saw, 0 for none
	 */
	public void decide(Actor actor, long meetingId, long applicationId, int seen, Ruling ruling) {
		var meeting = toDecide(actor, meetingId);
		var application = onAgenda(actor, meeting, applicationId);
		rule(actor, meeting, application, seen, ruling, namesakes(meeting, application, ruling));
	}

	/** A guardian's name among those who vote needs a word on whose it is. */
	private Set<String> namesakes(CommitteeMeeting meeting, CaseView application, Ruling ruling) {
		if (ruling.outcome() == Outcome.POSTPONED) {
			return Set.of();
		}
		var voting = new TreeSet<>(this.colleagues.kin(application, meeting.present()));
		voting.removeAll(ruling.recused());
		if (!voting.isEmpty() && ruling.namesakeReason().isEmpty()) {
			throw RuleViolation.on("namesakeReason", "review.decision.namesake", String.join("、", voting));
		}
		return voting;
	}

	private void rule(Actor actor, CommitteeMeeting meeting, CaseView application, int seen, Ruling ruling,
			Set<String> namesakes) {
		var known = present(meeting);
		if (!known.containsAll(ruling.recused())) {
			throw RuleViolation.on("recused", "review.decision.recused-unknown");
		}
		var before = this.decisions.findByMeetingIdAndApplicationId(meeting.id(), application.id());
		before.ifPresent((decision) -> decision.expect(seen));
		if (before.isEmpty() && seen > 0) {
			throw new ObjectOptimisticLockingFailureException(MeetingDecision.class, application.id());
		}
		var decision = before.orElse(null);
		if (decision == null) {
			decision = new MeetingDecision(meeting, application, ruling, actor, this.clock.instant());
		}
		else {
			decision.rule(meeting, application, ruling, actor, this.clock.instant());
		}
		decision.namesakes(namesakes, ruling.namesakeReason());
		this.decisions.saveAndFlush(decision);
		this.meetings.record(actor, meeting, "review.decided",
				Map.of("application", application.id(), "outcome", ruling.outcome().name()));
	}

	private static Set<String> present(CommitteeMeeting meeting) {
		var names = new TreeSet<String>();
		meeting.present().forEach((member) -> names.add(member.name()));
		return names;
	}

	/**
	 * Rules as suggested on many cases at once; each answers for itself.
	 * @param seen what was suggested on the page on which they were chosen
	 */
	public List<BatchResult> decideAsSuggested(Actor actor, long meetingId, Collection<Long> applicationIds,
			Shown seen) {
		var meeting = toDecide(actor, meetingId);
		var agenda = this.meetings.agenda(actor, meeting.view());
		var ready = agenda.stream().collect(Collectors.toMap(CaseView::id, Function.identity()));
		var lines = this.thresholds.of(actor, agenda);
		var returned = this.applications.returned(meeting.roundId()).keySet();
		var kin = this.colleagues.kin(agenda, meeting.present());
		var results = new ArrayList<BatchResult>();
		for (var id : new TreeSet<>(applicationIds)) {
			var application = ready.get(id);
			results.add((application != null)
					? BatchResult.hindrance(application, lines, returned.contains(id), kin.containsKey(id))
						.map((hindrance) -> BatchResult.refused(application, hindrance))
						.orElseGet(() -> decideAsSuggested(actor, meeting, application, seen))
					: BatchResult.refused(ofRound(actor, meeting, id), "review.batch.gone"));
		}
		return results;
	}

	private BatchResult decideAsSuggested(Actor actor, CommitteeMeeting meeting, CaseView application, Shown seen) {
		if (this.decisions.findByMeetingIdAndApplicationId(meeting.id(), application.id()).isPresent()) {
			return BatchResult.refused(application, "review.batch.decided");
		}
		if (!seen.has(application.id(), Outcome.of(application.suggestedTier()))) {
			return BatchResult.refused(application, "review.batch.changed");
		}
		rule(actor, meeting, application, 0, new Ruling(Outcome.of(application.suggestedTier()),
				Votes.unanimous(meeting.voters(Set.of())), "", Set.of()), Set.of());
		return BatchResult.decided(application);
	}

	private CaseView ofRound(Actor actor, CommitteeMeeting meeting, long applicationId) {
		var application = this.applications.one(actor, applicationId);
		if (application.roundId() != meeting.roundId()) {
			throw new NotFound("application " + applicationId + " in meeting " + meeting.id());
		}
		return application;
	}

	private CaseView onAgenda(Actor actor, CommitteeMeeting meeting, long applicationId) {
		var application = ofRound(actor, meeting, applicationId);
		if (application.status() != ApplicationStatus.CLASS_APPRAISED) {
			throw new RuleViolation("review.decision.not-on-agenda", application.name(), application.status());
		}
		if (this.heldDays.ready(meeting.view().heldAt().toLocalDate(), List.of(application)).isEmpty()) {
			throw new RuleViolation("review.decision.later", application.name());
		}
		return application;
	}

	/** Members present who bear the name of somebody of the pupil's family. */
	@Transactional(readOnly = true)
	public Set<String> kin(MeetingView meeting, CaseView application) {
		return this.colleagues.kin(application, meeting.present());
	}

	private CommitteeMeeting toDecide(Actor actor, long meetingId) {
		MeetingService.allow(actor, MeetingAction.DECIDE);
		var meeting = this.meetings.locked(meetingId);
		meeting.require(MeetingAction.DECIDE);
		return meeting;
	}

}
