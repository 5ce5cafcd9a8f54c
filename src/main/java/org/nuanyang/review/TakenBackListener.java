package org.nuanyang.review;

import java.util.Locale;
import java.util.Map;

import org.nuanyang.application.CaseTakenBack;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes what the open meeting decided on a case out of it when the case leaves the
 * committee: left there, it would keep everybody else's from being signed, or be signed
 * on grounds that it was not made on.
 */
@Component
class TakenBackListener {

	private final MeetingRepository meetings;

	private final DecisionRepository decisions;

	private final Audit audit;

	private final MessageSource messages;

	TakenBackListener(MeetingRepository meetings, DecisionRepository decisions, Audit audit, MessageSource messages) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.audit = audit;
		this.messages = messages;
	}

	@EventListener
	void on(CaseTakenBack left) {
		this.meetings.current(left.roundId())
			.flatMap((meeting) -> this.meetings.locked(meeting.id()))
			.ifPresent((meeting) -> takeOut(left, meeting));
	}

	private void takeOut(CaseTakenBack left, CommitteeMeeting meeting) {
		this.decisions.findByMeetingIdAndApplicationId(meeting.id(), left.applicationId())
			.filter((decision) -> !decision.isSigned())
			.ifPresent((decision) -> {
				this.decisions.delete(decision);
				this.decisions.flush();
				this.audit.record(left.actor(), meeting.schoolId(), "review.taken-out", "committee_meeting",
						meeting.id(),
						Map.of("application", left.applicationId(), "outcome", decision.view().outcome().name()));
				endIfNothingIsLeft(left.actor(), meeting);
			});
	}

	/**
	 * Handed over with nothing left to sign, it would wait for the principal for ever.
	 */
	private void endIfNothingIsLeft(Actor actor, CommitteeMeeting meeting) {
		var rest = this.decisions.findByMeetingId(meeting.id());
		if (meeting.view().status() != MeetingStatus.AWAITING_CONFIRMATION
				|| rest.stream().anyMatch((decision) -> !decision.isSigned())) {
			return;
		}
		var why = this.messages.getMessage("review.meeting.emptied", null, Locale.SIMPLIFIED_CHINESE);
		var last = MeetingDecision.lastSigned(rest);
		last.ifPresentOrElse((signature) -> meeting.close(signature, why), () -> meeting.cancel(why));
		this.meetings.saveAndFlush(meeting);
		this.audit.record(actor, meeting.schoolId(),
				last.isPresent() ? "review.meeting-closed" : "review.meeting-cancelled", "committee_meeting",
				meeting.id(), Map.of("decisions", rest.size()));
	}

}
