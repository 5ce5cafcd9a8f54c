package org.nuanyang.review;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** A meeting of the school's review committee (评审会议) on the cases of one round. */
@Entity
@Table(name = "committee_meeting")
public class CommitteeMeeting {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long roundId;

	private int number;

	private LocalDateTime heldAt;

	private String place;

	private String chair;

	@Enumerated(EnumType.STRING)
	private MeetingStatus status;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "meeting_attendee", joinColumns = @JoinColumn(name = "meeting_id"))
	@OrderColumn(name = "position")
	private List<Attendee> attendees = new ArrayList<>();

	private long openedBy;

	private String openedByName;

	private Instant openedAt;

	private @Nullable String returnReason;

	private @Nullable Long confirmedBy;

	private @Nullable String confirmedByName;

	private @Nullable Instant confirmedAt;

	@Version
	private int version;

	protected CommitteeMeeting() {
	}

	CommitteeMeeting(Actor officer, MeetingPlan plan, int number, Instant now) {
		this.schoolId = officer.ownSchool();
		this.roundId = plan.roundId();
		this.number = number;
		this.heldAt = plan.heldAt();
		this.place = plan.place();
		this.chair = plan.chair();
		this.status = MeetingStatus.OPEN;
		this.openedBy = officer.userId();
		this.openedByName = officer.name();
		this.openedAt = now;
		plan.members()
			.forEach((member) -> this.attendees.add(new Attendee(this.schoolId, member.kind(), member.name(),
					member.isPresent(), member.absence(), member.account())));
	}

	void expect(int seen) {
		if (this.version != seen) {
			throw new ObjectOptimisticLockingFailureException(CommitteeMeeting.class, id());
		}
	}

	/** A decision is recorded only while the meeting is open. */
	void require(MeetingAction action) {
		if (!action.isOpen(this.status)) {
			throw new RuleViolation("review.meeting.refused.status", action, this.status);
		}
	}

	void submit() {
		take(MeetingAction.SUBMIT);
		this.returnReason = null;
	}

	void cancel(String reason) {
		take(MeetingAction.CANCEL);
		this.returnReason = reason;
	}

	/**
	 * Closes a meeting of which part is signed: that part is its record, the rest goes
	 * before another meeting. Whoever signed last confirmed it.
	 */
	void close(MeetingDecision.Signature last, String reason) {
		require(MeetingAction.CANCEL);
		this.status = MeetingStatus.CONFIRMED;
		this.returnReason = reason;
		this.confirmedBy = last.userId();
		this.confirmedByName = last.name();
		this.confirmedAt = last.at();
	}

	void giveBack(String reason) {
		take(MeetingAction.RETURN);
		this.returnReason = reason;
	}

	/** Signed off by another person than the one who recorded it. */
	void confirm(Actor principal, Instant now) {
		if (principal.userId() == this.openedBy) {
			throw new RuleViolation("review.meeting.same-person");
		}
		take(MeetingAction.CONFIRM);
		this.confirmedBy = principal.userId();
		this.confirmedByName = principal.name();
		this.confirmedAt = now;
	}

	private void take(MeetingAction action) {
		require(action);
		this.status = action.to();
	}

	/** How many may vote on a case from which these members stay away. */
	int voters(Set<String> recused) {
		return (int) present().stream().filter((member) -> !recused.contains(member.name())).count();
	}

	int votersNeeded() {
		return MeetingPlan.quorum(this.attendees.size());
	}

	List<Attendee> present() {
		return this.attendees.stream().filter(Attendee::present).toList();
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("not stored yet");
		}
		return this.id;
	}

	long schoolId() {
		return this.schoolId;
	}

	long roundId() {
		return this.roundId;
	}

	MeetingView view() {
		return new MeetingView(id(), this.schoolId, this.roundId, this.number, this.heldAt, this.place, this.chair,
				this.status, List.copyOf(this.attendees), this.openedBy, this.openedByName, this.returnReason,
				this.confirmedByName, this.confirmedAt, this.version);
	}

}
