package org.nuanyang.review;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Committee meetings as the officer records them; {@link SigningService} signs them off.
 */
@Service
@Transactional
public class MeetingService {

	private static final int LONGEST_REASON = 300;

	private final MeetingRepository meetings;

	private final DecisionRepository decisions;

	private final ApplicationService applications;

	private final HeldDays heldDays;

	private final ColleagueRepository colleagues;

	private final Audit audit;

	private final Clock clock;

	MeetingService(MeetingRepository meetings, DecisionRepository decisions, ApplicationService applications,
			HeldDays heldDays, ColleagueRepository colleagues, Audit audit, Clock clock) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.heldDays = heldDays;
		this.colleagues = colleagues;
		this.audit = audit;
		this.clock = clock;
	}

	/** Opens a meeting; refuses while another of the round is not closed. */
	public MeetingView open(Actor actor, MeetingPlan given) {
		allow(actor, MeetingAction.DECIDE);
		var plan = given.with(this.colleagues.of(actor.ownSchool()));
		RuleViolation.refuse(against(actor, plan.roundId(), plan.heldAt()));
		var number = this.meetings.findByRoundIdOrderByNumberDesc(plan.roundId()).size() + 1;
		var meeting = store(new CommitteeMeeting(actor, plan, number, this.clock.instant()));
		record(actor, meeting, "review.meeting-opened", Map.of("round", plan.roundId(), "number", number));
		return meeting.view();
	}

	/**
	 * Everything that speaks against a meeting over a round.
	 * @param heldAt null while it is not said
	 */
	@Transactional(readOnly = true)
	List<RuleViolation> against(Actor actor, long roundId, @Nullable LocalDateTime heldAt) {
		var round = this.applications.round(actor, roundId);
		if (round.schoolId() != actor.ownSchool()) {
			throw new NotFound("round " + roundId);
		}
		var against = new ArrayList<RuleViolation>();
		this.meetings.current(roundId)
			.ifPresent((meeting) -> against
				.add(new RuleViolation("review.meeting.another-open", meeting.view().number())));
		var agenda = agenda(actor, roundId);
		if (agenda.isEmpty()) {
			against.add(new RuleViolation("review.meeting.nothing"));
		}
		if (heldAt != null) {
			this.heldDays.againstMeeting(heldAt, round, agenda).ifPresent(against::add);
		}
		return against;
	}

	private CommitteeMeeting store(CommitteeMeeting meeting) {
		try {
			return this.meetings.saveAndFlush(meeting);
		}
		catch (DataIntegrityViolationException taken) {
			// Somebody opened one in the same moment; the index allows one.
			throw new RuleViolation("review.meeting.another-open", meeting.view().number());
		}
	}

	@Transactional(readOnly = true)
	public List<MeetingView> ofRound(Actor actor, long roundId) {
		return this.meetings.findByRoundIdOrderByNumberDesc(roundId).stream().map(CommitteeMeeting::view).toList();
	}

	/** The one that is not closed yet. */
	@Transactional(readOnly = true)
	public Optional<MeetingView> current(long roundId) {
		return this.meetings.current(roundId).map(CommitteeMeeting::view);
	}

	/** Those that wait for the principal. */
	@Transactional(readOnly = true)
	public List<MeetingView> awaiting() {
		return this.meetings.awaiting().stream().map(CommitteeMeeting::view).toList();
	}

	@Transactional(readOnly = true)
	public MeetingView one(Actor actor, long meetingId) {
		return stored(meetingId).view();
	}

	/** The cases before the committee now. */
	@Transactional(readOnly = true)
	public List<CaseView> agenda(Actor actor, long roundId) {
		return this.applications.cases(actor, roundId, Set.of(ApplicationStatus.CLASS_APPRAISED));
	}

	/**
	 * Those of them that one meeting can have decided on; what was ready after its day
	 * only waits for the next.
	 */
	@Transactional(readOnly = true)
	public List<CaseView> agenda(Actor actor, MeetingView meeting) {
		return this.heldDays.ready(meeting.heldAt().toLocalDate(), agenda(actor, meeting.roundId()));
	}

	/** Hands the meeting to the principal once every case on the board has a decision. */
	public void submit(Actor actor, long meetingId, int version) {
		var meeting = expected(actor, meetingId, version, MeetingAction.SUBMIT);
		var decided = this.decisions.findByMeetingId(meetingId).stream().map(MeetingDecision::applicationId).toList();
		var open = agenda(actor, meeting.view()).stream().filter((it) -> !decided.contains(it.id())).count();
		if (open > 0) {
			throw new RuleViolation("review.meeting.undecided", open);
		}
		if (decided.isEmpty()) {
			throw new RuleViolation("review.meeting.empty-board");
		}
		var unsignable = signers(actor, meeting.view()).nobody();
		if (!unsignable.isEmpty()) {
			throw new RuleViolation("review.submit.nobody", String.join("、", unsignable));
		}
		meeting.submit();
		this.meetings.saveAndFlush(meeting);
		record(actor, meeting, "review.meeting-submitted", Map.of("decisions", decided.size()));
	}

	/** Which recused cases of the meeting would find nobody to sign them. */
	@Transactional(readOnly = true)
	Signers signers(Actor actor, MeetingView meeting) {
		var recused = this.decisions.findByMeetingId(meeting.id())
			.stream()
			.filter((decision) -> !decision.isSigned() && !decision.recused().isEmpty())
			.toList();
		if (recused.isEmpty()) {
			return Signers.NEEDED_NOWHERE;
		}
		var names = this.applications.cases(actor, meeting.roundId(), Set.of(ApplicationStatus.CLASS_APPRAISED))
			.stream()
			.collect(Collectors.toMap(CaseView::id, CaseView::name));
		return Signers.of(meeting, recused, this.colleagues.of(meeting.schoolId()), names);
	}

	/**
	 * Ends a meeting that is not confirmed. What is signed stays in effect; the rest is
	 * taken out and goes before another meeting.
	 * @return whether it was cancelled as a whole
	 */
	public boolean cancel(Actor actor, long meetingId, int version, String reason) {
		var meeting = expected(actor, meetingId, version, MeetingAction.CANCEL);
		var all = this.decisions.findByMeetingId(meetingId);
		var last = MeetingDecision.lastSigned(all);
		if (last.isEmpty()) {
			meeting.cancel(said(reason));
			this.meetings.saveAndFlush(meeting);
			record(actor, meeting, "review.meeting-cancelled", Map.of());
			return true;
		}
		meeting.require(MeetingAction.CANCEL);
		var why = said(reason);
		var unsigned = all.stream().filter((decision) -> !decision.isSigned()).toList();
		// Before the meeting is a record, whose decisions the database keeps as they are.
		this.decisions.deleteAll(unsigned);
		this.decisions.flush();
		meeting.close(last.get(), why);
		this.meetings.saveAndFlush(meeting);
		unsigned.stream()
			.map(MeetingDecision::view)
			.forEach((decision) -> record(actor, meeting, "review.taken-out",
					Map.of("application", decision.applicationId(), "outcome", decision.outcome().name())));
		record(actor, meeting, "review.meeting-closed", Map.of("decisions", all.size() - unsigned.size()));
		return false;
	}

	static String said(String reason) {
		if (reason.isBlank()) {
			throw RuleViolation.on("reason", "review.meeting.reason");
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "review.meeting.reason.long", LONGEST_REASON);
		}
		return reason.strip();
	}

	private CommitteeMeeting expected(Actor actor, long meetingId, int version, MeetingAction action) {
		allow(actor, action);
		var meeting = locked(meetingId);
		meeting.expect(version);
		return meeting;
	}

	static void allow(Actor actor, MeetingAction action) {
		if (!action.isOpenTo(actor)) {
			throw new RuleViolation("review.meeting.refused.role", action);
		}
	}

	private CommitteeMeeting stored(long meetingId) {
		return this.meetings.findById(meetingId).orElseThrow(() -> new NotFound("meeting " + meetingId));
	}

	/** Taken for writing until the transaction ends. */
	CommitteeMeeting locked(long meetingId) {
		return this.meetings.locked(meetingId).orElseThrow(() -> new NotFound("meeting " + meetingId));
	}

	void record(Actor actor, CommitteeMeeting meeting, String action, Map<String, ?> details) {
		this.audit.record(actor, meeting.schoolId(), action, "committee_meeting", meeting.id(), details);
	}

}
