package org.nuanyang.award;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * What one pupil gets from one programme in one school year. A term that is paid, or on a
 * locked list, stays as it is; only what comes after it changes.
 */
@Entity
public class Award {

	@Id
	private long id;

	private long schoolId;

	private long programmeId;

	private int schoolYear;

	private long enrolmentId;

	private long applicationId;

	@Enumerated(EnumType.STRING)
	private Tier tier;

	private Yuan annual;

	@Enumerated(EnumType.STRING)
	private AwardStatus status;

	@Enumerated(EnumType.STRING)
	private @Nullable Term stoppedFrom;

	@Enumerated(EnumType.STRING)
	private @Nullable Term endedFrom;

	private boolean boarding;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "award_term", joinColumns = @JoinColumn(name = "award_id"))
	@MapKeyColumn(name = "term")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<Term, Amount> terms = new HashMap<>();

	@Version
	private int version;

	/** Granting writes the row: the unique index decides between two schools at once. */
	@SuppressWarnings("NullAway.Init")
	protected Award() {
	}

	/** Nothing is paid from this term on. */
	void stop(Term from) {
		require(AwardAction.STOP);
		this.status = AwardStatus.STOPPED;
		this.stoppedFrom = from;
	}

	/** Paid again from this term on; the terms it was stopped for are lost. */
	void resume(Term from, Set<Term> paid) {
		require(AwardAction.RESUME);
		var stopped = (this.stoppedFrom != null) ? this.stoppedFrom : from;
		for (var term : Term.values()) {
			if (term.compareTo(stopped) >= 0 && term.compareTo(from) < 0 && !paid.contains(term)) {
				pay(term, Yuan.ZERO, tier(term));
			}
		}
		this.status = AwardStatus.ACTIVE;
		this.stoppedFrom = null;
	}

	/** Another tier from this term on; the terms before keep theirs. */
	void adjust(Tier to, Term from, Yuan perTerm, Set<Term> paid) {
		require(AwardAction.ADJUST);
		adjusted(from, perTerm, paid)
			.forEach((term, amount) -> pay(term, amount, isReached(term, from, paid) ? to : tier(term)));
		this.tier = to;
	}

	/** Boarding has changed: other amounts from this term on, in the same tiers. */
	void reprice(boolean boards, Term from, Yuan perTerm, Set<Term> paid) {
		require(AwardAction.REPRICE);
		this.boarding = boards;
		adjusted(from, perTerm, paid).forEach((term, amount) -> pay(term, amount, tier(term)));
	}

	/** Nothing more from this term on, for good. */
	void end(Term from, Set<Term> paid, boolean transferred) {
		require(AwardAction.END);
		adjusted(from, Yuan.ZERO, paid).forEach((term, amount) -> pay(term, amount, tier(term)));
		this.status = transferred ? AwardStatus.TRANSFERRED : AwardStatus.ENDED;
		this.stoppedFrom = null;
		// A term on a locked list keeps its amount; should the list be voided, it is not
		// listed again.
		this.endedFrom = from;
	}

	/** Somebody has looked at the change of boarding; the amounts stay. */
	void boards(boolean now) {
		require(AwardAction.CHECK_BOARDING);
		this.boarding = now;
	}

	/**
	 * What each term would be worth. A term that another award gave before stays at
	 * nothing.
	 */
	Map<Term, Yuan> adjusted(Term from, Yuan perTerm, Set<Term> paid) {
		var after = new EnumMap<Term, Yuan>(amounts());
		after.replaceAll((term, amount) -> isReached(term, from, paid) ? perTerm : amount);
		return after;
	}

	private boolean isReached(Term term, Term from, Set<Term> paid) {
		return term.compareTo(from) >= 0 && !paid.contains(term) && !amount(term).isZero();
	}

	private void pay(Term term, Yuan amount, Tier tier) {
		this.terms.put(term, new Amount(this.schoolId, amount, tier));
		this.annual = amounts().values().stream().reduce(Yuan.ZERO, Yuan::plus);
	}

	private void require(AwardAction action) {
		if (!action.isOpen(this.status)) {
			throw new RuleViolation("award.refused.status", action, this.status);
		}
	}

	Map<Term, Yuan> amounts() {
		var amounts = new EnumMap<Term, Yuan>(Term.class);
		this.terms.forEach((term, amount) -> amounts.put(term, amount.amount()));
		return amounts;
	}

	Yuan amount(Term term) {
		return amounts().getOrDefault(term, Yuan.ZERO);
	}

	/** The tier that holds in a term, whatever was decided for later ones. */
	Tier tier(Term term) {
		var of = this.terms.get(term);
		return (of != null) ? of.tier() : this.tier;
	}

	public long id() {
		return this.id;
	}

	public long schoolId() {
		return this.schoolId;
	}

	long programmeId() {
		return this.programmeId;
	}

	public SchoolYear year() {
		return new SchoolYear(this.schoolYear);
	}

	long enrolmentId() {
		return this.enrolmentId;
	}

	long applicationId() {
		return this.applicationId;
	}

	public Tier tier() {
		return this.tier;
	}

	Yuan annual() {
		return this.annual;
	}

	public AwardStatus status() {
		return this.status;
	}

	@Nullable Term stoppedFrom() {
		return this.stoppedFrom;
	}

	boolean boarding() {
		return this.boarding;
	}

	/**
	 * One term's worth and tier, with the school beside them for the row's own policy.
	 */
	@Embeddable
	record Amount(long schoolId, Yuan amount, @Enumerated(EnumType.STRING) Tier tier) {

	}

}
