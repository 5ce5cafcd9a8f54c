package org.nuanyang.recheck;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;

/** One look again at one recognised pupil. */
@Entity
class Recheck {

	private static final int LONGEST_NOTE = 500;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long applicationId;

	private int schoolYear;

	@Enumerated(EnumType.STRING)
	private Term term;

	@Enumerated(EnumType.STRING)
	private RecheckOutcome outcome;

	@Enumerated(EnumType.STRING)
	private @Nullable EndCause cause;

	@Enumerated(EnumType.STRING)
	private Tier tierBefore;

	@Enumerated(EnumType.STRING)
	private @Nullable Tier tierAfter;

	private LocalDate effectiveOn;

	@Enumerated(EnumType.STRING)
	private Term fromTerm;

	private String reason;

	private String evidence;

	@Enumerated(EnumType.STRING)
	private RecheckStatus status;

	private long proposedBy;

	private String proposedByName;

	private Instant proposedAt;

	private @Nullable Long decidedBy;

	private @Nullable String decidedByName;

	private @Nullable Instant decidedAt;

	private @Nullable String note;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Recheck() {
	}

	Recheck(Actor officer, CaseView application, Tier before, Finding finding, Term term, Instant now) {
		this.schoolId = application.schoolId();
		this.applicationId = application.id();
		this.schoolYear = application.year().firstYear();
		this.term = term;
		this.outcome = finding.outcome();
		this.cause = (finding.outcome() == RecheckOutcome.END) ? finding.cause() : null;
		this.tierBefore = before;
		this.tierAfter = finding.after(before);
		this.effectiveOn = finding.effectiveOn();
		this.fromTerm = finding.from();
		this.reason = finding.reason().strip();
		this.evidence = finding.evidence().strip();
		this.status = (finding.outcome() == RecheckOutcome.KEEP) ? RecheckStatus.RECORDED : RecheckStatus.PROPOSED;
		this.proposedBy = officer.userId();
		this.proposedByName = officer.name();
		this.proposedAt = now;
	}

	void confirm(Actor principal, Instant now) {
		anotherPerson(principal);
		decide(principal, RecheckStatus.CONFIRMED, null, now);
	}

	void decline(Actor principal, @Nullable String why, Instant now) {
		anotherPerson(principal);
		if (why == null || why.isBlank()) {
			throw RuleViolation.on("note", "recheck.refused.note");
		}
		if (why.strip().length() > LONGEST_NOTE) {
			throw RuleViolation.on("note", "recheck.refused.note.long", LONGEST_NOTE);
		}
		decide(principal, RecheckStatus.DECLINED, why.strip(), now);
	}

	void takeBack(Actor officer, Instant now) {
		decide(officer, RecheckStatus.TAKEN_BACK, null, now);
	}

	/** With the pupil's leaving, which somebody registered. */
	void lapse(Actor registrar, Instant now) {
		decide(registrar, RecheckStatus.LAPSED, null, now);
	}

	private void anotherPerson(Actor actor) {
		if (actor.userId() == this.proposedBy) {
			throw new RuleViolation("recheck.refused.same-person");
		}
	}

	private void decide(Actor actor, RecheckStatus to, @Nullable String why, Instant now) {
		if (this.status != RecheckStatus.PROPOSED) {
			throw new RuleViolation("recheck.refused.status", this.status);
		}
		this.status = to;
		this.note = why;
		this.decidedBy = actor.userId();
		this.decidedByName = actor.name();
		this.decidedAt = now;
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

	long applicationId() {
		return this.applicationId;
	}

	RecheckOutcome outcome() {
		return this.outcome;
	}

	@Nullable EndCause cause() {
		return this.cause;
	}

	Tier tierBefore() {
		return this.tierBefore;
	}

	@Nullable Tier tierAfter() {
		return this.tierAfter;
	}

	LocalDate effectiveOn() {
		return this.effectiveOn;
	}

	Term fromTerm() {
		return this.fromTerm;
	}

	String reason() {
		return this.reason;
	}

	String evidence() {
		return this.evidence;
	}

	RecheckStatus status() {
		return this.status;
	}

	String proposedByName() {
		return this.proposedByName;
	}

	Instant proposedAt() {
		return this.proposedAt;
	}

	@Nullable String decidedByName() {
		return this.decidedByName;
	}

	@Nullable Instant decidedAt() {
		return this.decidedAt;
	}

	@Nullable String note() {
		return this.note;
	}

	Term term() {
		return this.term;
	}

}
