package org.nuanyang.review;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing a meeting's decisions off, or giving them back to the officer. */
@Service
@Transactional
public class SigningService {

	private final MeetingRepository meetings;

	private final DecisionRepository decisions;

	private final ApplicationService applications;

	private final ColleagueRepository colleagues;

	private final Audit audit;

	private final Clock clock;

	SigningService(MeetingRepository meetings, DecisionRepository decisions, ApplicationService applications,
			ColleagueRepository colleagues, Audit audit, Clock clock) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.colleagues = colleagues;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Signing of(Actor actor, MeetingView meeting) {
		return Signing.of(actor, meeting, this.decisions.findByMeetingId(meeting.id()),
				this.colleagues.of(meeting.schoolId()));
	}

	/** The meetings of which this person may sign something off now. */
	@Transactional(readOnly = true)
	List<MeetingView> waitingFor(Actor actor) {
		return MeetingAction.CONFIRM.isOpenTo(actor) ? this.meetings.awaiting()
			.stream()
			.map(CommitteeMeeting::view)
			.filter((meeting) -> of(actor, meeting).isPossible())
			.toList() : List.of();
	}

	/**
	 * Signs off what this person may: those cases are passed with their tier, or not. The
	 * meeting is confirmed once every decision is signed.
	 * @param seen what this person was shown to sign; refused if it is something else now
	 * @return how many decisions still wait for somebody else
	 */
	public int confirm(Actor actor, long meetingId, int version, Shown seen) {
		var meeting = expected(actor, meetingId, version, MeetingAction.CONFIRM);
		meeting.require(MeetingAction.CONFIRM);
		var signing = of(actor, meeting.view());
		RuleViolation.refuse(seen.changes(shown(meetingId, signing), names(actor, meeting)));
		if (signing.hindrance() != null) {
			throw new RuleViolation(signing.hindrance());
		}
		var now = this.clock.instant();
		var signed = this.decisions.findByMeetingId(meetingId)
			.stream()
			.filter((decision) -> signing.mine().contains(decision.applicationId()))
			.toList();
		signed.forEach((decision) -> decision.sign(actor, now));
		this.decisions.saveAllAndFlush(signed);
		signed.stream().map(MeetingDecision::view).forEach((decision) -> passOn(actor, decision));
		if (signing.others().isEmpty()) {
			meeting.confirm(actor, now);
			this.meetings.saveAndFlush(meeting);
		}
		record(actor, meeting, "review.meeting-confirmed",
				Map.of("decisions", signed.size(), "left", signing.others().size()));
		return signing.others().size();
	}

	/** What a person is shown to sign. */
	@Transactional(readOnly = true)
	public Shown shown(Actor actor, MeetingView meeting) {
		return shown(meeting.id(), of(actor, meeting));
	}

	private Shown shown(long meetingId, Signing signing) {
		return Shown.of(this.decisions.findByMeetingId(meetingId)
			.stream()
			.map(MeetingDecision::view)
			.filter((decision) -> signing.mine().contains(decision.applicationId())));
	}

	private Map<Long, String> names(Actor actor, CommitteeMeeting meeting) {
		return this.applications.cases(actor, meeting.roundId(), EnumSet.allOf(ApplicationStatus.class))
			.stream()
			.collect(Collectors.toMap(CaseView::id, CaseView::name));
	}

	private void passOn(Actor actor, DecisionView decision) {
		var tier = decision.outcome().tier();
		if (tier != null) {
			this.applications.pass(actor, decision.applicationId(), tier, decision.reason());
		}
		else if (decision.outcome() == Outcome.NONE) {
			this.applications.notPass(actor, decision.applicationId(), decision.reason());
		}
	}

	/** What is signed already stays; the officer corrects the rest. */
	public void giveBack(Actor actor, long meetingId, int version, String reason) {
		var meeting = expected(actor, meetingId, version, MeetingAction.RETURN);
		meeting.require(MeetingAction.RETURN);
		if (!of(actor, meeting.view()).returnable()) {
			throw new RuleViolation("review.sign.nothing");
		}
		meeting.giveBack(MeetingService.said(reason));
		this.meetings.saveAndFlush(meeting);
		record(actor, meeting, "review.meeting-returned", Map.of());
	}

	private CommitteeMeeting expected(Actor actor, long meetingId, int version, MeetingAction action) {
		MeetingService.allow(actor, action);
		var meeting = this.meetings.locked(meetingId).orElseThrow(() -> new NotFound("meeting " + meetingId));
		meeting.expect(version);
		return meeting;
	}

	private void record(Actor actor, CommitteeMeeting meeting, String action, Map<String, ?> details) {
		this.audit.record(actor, meeting.schoolId(), action, "committee_meeting", meeting.id(), details);
	}

}
