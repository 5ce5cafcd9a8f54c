package org.nuanyang.payee;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.PupilView;

/** A bank account entered for a pupil, in force once a second person has confirmed it. */
@Entity
class Payee {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long enrolmentId;

	private String holder;

	@Enumerated(EnumType.STRING)
	private PayeeRelation relation;

	private String bankName;

	@Convert(converter = AccountColumn.class)
	private String account;

	private byte[] accountFingerprint;

	private boolean luhnValid;

	private String evidence;

	@Enumerated(EnumType.STRING)
	private PayeeStatus status;

	private long enteredBy;

	private Instant enteredAt;

	private @Nullable Long decidedBy;

	private @Nullable Instant decidedAt;

	private boolean acknowledged;

	private @Nullable String authorisation;

	private @Nullable String siblingProof;

	private @Nullable String refusal;

	@Version
	private int version;

	protected Payee() {
	}

	Payee(PupilView pupil, PayeeEntry entry, byte[] fingerprint, Actor actor, Instant at) {
		this.schoolId = pupil.schoolId();
		this.enrolmentId = pupil.id();
		this.holder = entry.holder();
		this.relation = entry.relation();
		this.bankName = entry.bankName();
		this.account = entry.account().number();
		this.accountFingerprint = fingerprint;
		this.luhnValid = entry.account().luhnValid();
		this.evidence = entry.evidence();
		this.authorisation = entry.authorisation();
		this.status = PayeeStatus.PENDING;
		this.enteredBy = actor.userId();
		this.enteredAt = at;
	}

	/** The second person found the account right. */
	void confirm(Actor actor, boolean warningsSeen, @Nullable String proof, Instant at) {
		requireSecondPerson(actor);
		decide(PayeeStatus.CONFIRMED, actor, at);
		this.siblingProof = proof;
		this.acknowledged = warningsSeen;
	}

	/** The second person found it wrong. */
	void refuse(Actor actor, String reason, Instant at) {
		requireSecondPerson(actor);
		decide(PayeeStatus.REFUSED, actor, at);
		this.refusal = reason;
	}

	/** Taken back, or overtaken by a later entry, before anybody decided. */
	void withdraw(Actor actor, Instant at) {
		decide(PayeeStatus.WITHDRAWN, actor, at);
	}

	/** A later account is in force from now on. */
	void replace() {
		this.status = PayeeStatus.REPLACED;
	}

	private void decide(PayeeStatus outcome, Actor actor, Instant at) {
		if (this.status != PayeeStatus.PENDING) {
			throw new RuleViolation("payee.decided");
		}
		this.status = outcome;
		this.decidedBy = actor.userId();
		this.decidedAt = at;
	}

	private void requireSecondPerson(Actor actor) {
		if (this.enteredBy == actor.userId()) {
			throw new RuleViolation("payee.second-person");
		}
	}

	boolean is(PayeeStatus asked) {
		return this.status == asked;
	}

	boolean isSameAs(PayeeEntry entry) {
		return this.account.equals(entry.account().number()) && this.holder.equals(entry.holder())
				&& this.bankName.equals(entry.bankName()) && this.relation == entry.relation();
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	long schoolId() {
		return this.schoolId;
	}

	long enrolmentId() {
		return this.enrolmentId;
	}

	long enteredBy() {
		return this.enteredBy;
	}

	String holder() {
		return this.holder;
	}

	PayeeRelation relation() {
		return this.relation;
	}

	boolean luhnValid() {
		return this.luhnValid;
	}

	byte[] accountFingerprint() {
		return this.accountFingerprint.clone();
	}

	BankAccount account() {
		return new BankAccount(this.account);
	}

	PayeeView view() {
		return new PayeeView(id(), this.schoolId, this.enrolmentId, this.holder, this.relation, this.bankName,
				account().masked(), this.status, this.evidence, this.enteredBy, this.enteredAt, this.decidedAt,
				this.decidedBy, this.refusal, this.authorisation, this.siblingProof);
	}

}
