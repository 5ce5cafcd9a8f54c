package org.nuanyang.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/**
 * What a meeting decided on one case; it may be changed until the meeting is handed to
 * the principal.
 */
@Entity
@Table(name = "meeting_decision")
public class MeetingDecision {

	/** Families may read the reason (ui.md 06): it must be a sentence. */
	static final int SHORTEST_REASON = 10;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long meetingId;

	private long applicationId;

	@Enumerated(EnumType.STRING)
	private Outcome outcome;

	@Embedded
	private Votes votes;

	private String reason;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "meeting_recusal", joinColumns = @JoinColumn(name = "decision_id"))
	private Set<Recusal> recused = new HashSet<>();

	private String namesakes = "";

	private String namesakeReason = "";

	private long decidedBy;

	private String decidedByName;

	private Instant decidedAt;

	private @Nullable Long signedBy;

	private @Nullable String signedByName;

	private @Nullable Instant signedAt;

	@Version
	private int version;

	protected MeetingDecision() {
	}

	MeetingDecision(CommitteeMeeting meeting, CaseView application, Ruling ruling, Actor officer, Instant now) {
		this.schoolId = meeting.schoolId();
		this.meetingId = meeting.id();
		this.applicationId = application.id();
		check(meeting, application, ruling);
		this.outcome = ruling.outcome();
		this.votes = ruling.votes();
		this.reason = ruling.reason();
		recuse(ruling.recused());
		this.decidedBy = officer.userId();
		this.decidedByName = officer.name();
		this.decidedAt = now;
	}

	/**
	 * Somebody else may have recorded a decision on the case since the page was drawn; 0
	 * means there was none.
	 */
	void expect(int seen) {
		if (this.version + 1 != seen) {
			throw new ObjectOptimisticLockingFailureException(MeetingDecision.class, this.applicationId);
		}
	}

	/** Another ruling on the same case takes the place of the first. */
	void rule(CommitteeMeeting meeting, CaseView application, Ruling ruling, Actor officer, Instant now) {
		if (isSigned()) {
			throw new RuleViolation("review.decision.signed", application.name());
		}
		check(meeting, application, ruling);
		this.outcome = ruling.outcome();
		this.votes = ruling.votes();
		this.reason = ruling.reason();
		recuse(ruling.recused());
		this.decidedBy = officer.userId();
		this.decidedByName = officer.name();
		this.decidedAt = now;
	}

	/** Who votes under a guardian's name, and how it is known to be somebody else. */
	void namesakes(Set<String> names, String reason) {
		this.namesakes = String.join("、", names);
		this.namesakeReason = names.isEmpty() ? "" : reason;
	}

	/** Signed off by somebody who may; {@link Signing} says who. */
	void sign(Actor leader, Instant now) {
		this.signedBy = leader.userId();
		this.signedByName = leader.name();
		this.signedAt = now;
	}

	Optional<Signature> signature() {
		return (this.signedBy != null && this.signedByName != null && this.signedAt != null)
				? Optional.of(new Signature(this.signedBy, this.signedByName, this.signedAt)) : Optional.empty();
	}

	/** Who signed last of these. */
	static Optional<Signature> lastSigned(Collection<MeetingDecision> decisions) {
		return decisions.stream()
			.flatMap((decision) -> decision.signature().stream())
			.max(Comparator.comparing(Signature::at));
	}

	boolean isSigned() {
		return this.signedAt != null;
	}

	private static void check(CommitteeMeeting meeting, CaseView application, Ruling ruling) {
		var wrong = new ArrayList<RuleViolation>();
		var voters = meeting.voters(ruling.recused());
		if (ruling.outcome() != Outcome.POSTPONED && voters < meeting.votersNeeded()) {
			wrong.add(RuleViolation.on("recused", "review.decision.quorum", application.name(), voters,
					meeting.votersNeeded()));
		}
		if (ruling.outcome() != Outcome.POSTPONED) {
			ruling.votes().minority(voters, application.name()).ifPresent(wrong::add);
		}
		if (ruling.departsFrom(application) && ruling.reason().length() < SHORTEST_REASON) {
			wrong.add(RuleViolation.on("reason", "review.decision.reason", application.name(), SHORTEST_REASON));
		}
		RuleViolation.refuse(wrong);
	}

	private void recuse(Set<String> names) {
		this.recused.clear();
		names.forEach((name) -> this.recused.add(new Recusal(this.schoolId, name)));
	}

	long meetingId() {
		return this.meetingId;
	}

	long applicationId() {
		return this.applicationId;
	}

	Set<String> recused() {
		return this.recused.stream().map(Recusal::name).collect(Collectors.toUnmodifiableSet());
	}

	long decidedBy() {
		return this.decidedBy;
	}

	DecisionView view() {
		return new DecisionView(this.applicationId, this.outcome, this.votes, this.reason, recused(), this.namesakes,
				this.namesakeReason, this.decidedByName, this.decidedAt, this.signedByName, this.signedAt,
				this.version + 1);
	}

	/** Who signed the decision off, and when. */
	record Signature(long userId, String name, Instant at) {

	}

	/** A member who stays away from the vote. */
	@Embeddable
	record Recusal(long schoolId, String name) {

	}

}
