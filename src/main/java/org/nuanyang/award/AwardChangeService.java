package org.nuanyang.award;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Recipient;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.StudentService;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of an award after it is granted: adjusted, stopped, resumed, ended. What is
 * paid or on a locked list stays; the next changes (money.md 6.2).
 */
@Service
@Transactional
public class AwardChangeService {

	private static final int LONGEST_REASON = 500;

	private final AwardRecords awards;

	private final AwardHistory history;

	private final ProgrammeService programmes;

	private final StudentService students;

	private final ObjectProvider<PaidTerms> payments;

	private final Audit audit;

	AwardChangeService(AwardRecords awards, AwardHistory history, ProgrammeService programmes, StudentService students,
			ObjectProvider<PaidTerms> payments, Audit audit) {
		this.awards = awards;
		this.history = history;
		this.programmes = programmes;
		this.students = students;
		this.payments = payments;
		this.audit = audit;
	}

	/** The award that stands on a case, if one was granted. */
	@Transactional(readOnly = true)
	public Optional<Award> ofCase(Actor actor, long applicationId) {
		return this.awards.ofCase(applicationId);
	}

	/**
	 * What another tier, or none, from a term on would do to the money; empty while no
	 * award lives.
	 */
	@Transactional(readOnly = true)
	public Optional<MoneyEffect> effect(Actor actor, long applicationId, @Nullable Tier to, Term from) {
		var live = this.awards.liveOfCase(applicationId);
		return live.isEmpty() ? Optional.empty() : Optional
			.of(new MoneyEffect(live.stream().flatMap((award) -> lines(actor, award, to, from)).toList()));
	}

	private Stream<MoneyEffect.Line> lines(Actor actor, Award award, @Nullable Tier to, Term from) {
		return lines(award, award.adjusted(from, perTerm(actor, award, to), fixed(states(award))));
	}

	/** Each term as it is and as it would be. */
	Stream<MoneyEffect.Line> lines(Award award, Map<Term, Yuan> after) {
		var states = states(award);
		var programme = this.programmes.programme(award.programmeId()).name();
		return Arrays.stream(Term.values())
			.map((term) -> new MoneyEffect.Line(programme, term, states.getOrDefault(term, TermState.OPEN),
					award.amount(term), after.getOrDefault(term, Yuan.ZERO)));
	}

	/** Another tier for the award of a case, as a confirmed re-check says. */
	public void adjust(Actor principal, long applicationId, Tier to, Ground ground) {
		this.awards.takeLiveOfCase(applicationId).forEach((award) -> {
			allow(principal, award, AwardAction.ADJUST);
			award.adjust(to, ground.from(), perTerm(principal, award, to), fixed(states(award)));
			done(principal, award, AwardAction.ADJUST, ground);
		});
	}

	/** The award of a case ends, as a confirmed re-check says. */
	public void end(Actor principal, long applicationId, boolean transferred, Ground ground) {
		this.awards.takeLiveOfCase(applicationId).forEach((award) -> {
			allow(principal, award, AwardAction.END);
			award.end(ground.from(), fixed(states(award)), transferred);
			done(principal, award, AwardAction.END, ground);
		});
	}

	/** Stops the payments of an award at once. */
	public void stop(Actor officer, long awardId, Ground ground) {
		var award = open(officer, awardId, AwardAction.STOP);
		requireInYear(award, ground);
		if (fixed(states(award)).contains(ground.from())) {
			throw RuleViolation.on("from", "award.refused.term-paid", ground.from());
		}
		award.stop(ground.from());
		done(officer, award, AwardAction.STOP, ground);
	}

	/** Pays again; refused to whoever stopped it. */
	public void resume(Actor principal, long awardId, Ground ground) {
		var award = open(principal, awardId, AwardAction.RESUME);
		requireInYear(award, ground);
		if (this.history.stoppedBy(principal, awardId)) {
			throw new RuleViolation("award.refused.same-person");
		}
		this.history.stoppedOn(awardId).filter(ground.effectiveOn()::isBefore).ifPresent((stopped) -> {
			throw RuleViolation.on("effectiveOn", "award.refused.day-before-stop", stopped.toString());
		});
		award.resume(ground.from(), fixed(states(award)));
		done(principal, award, AwardAction.RESUME, ground);
	}

	/** A reason older than the award's school year belongs to another award. */
	static void requireInYear(Award award, Ground ground) {
		if (ground.effectiveOn().isBefore(award.year().first())) {
			throw RuleViolation.on("effectiveOn", "award.refused.day-before-year", award.year().label());
		}
	}

	Award open(Actor actor, long awardId, AwardAction action) {
		var award = this.awards.take(awardId).orElseThrow(() -> new NotFound("award " + awardId));
		this.students.pupil(actor, award.enrolmentId());
		allow(actor, award, action);
		return award;
	}

	static void allow(Actor actor, Award award, AwardAction action) {
		if (!action.isFor(actor) || !actor.scope().write().contains(award.schoolId())) {
			throw new NotFound(action + " of award " + award.id());
		}
		if (!action.isOpen(award.status())) {
			throw new RuleViolation("award.refused.status", action, award.status());
		}
	}

	void done(Actor actor, Award award, AwardAction action, Ground ground) {
		this.awards.saveAndFlush(award);
		this.history.add(actor, award, action, said(ground));
		this.audit.record(actor, award.schoolId(),
				"award." + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "award", award.id(),
				Map.of("from", ground.from().name(), "tier", award.tier().name(), "annual", award.annual().toString()));
	}

	private static Ground said(Ground ground) {
		var reason = ground.reason().strip();
		if (reason.isEmpty()) {
			throw RuleViolation.on("reason", "award.refused.reason");
		}
		if (reason.length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "award.refused.reason.long", LONGEST_REASON);
		}
		return new Ground(ground.from(), ground.effectiveOn(), reason);
	}

	private Yuan perTerm(Actor actor, Award award, @Nullable Tier to) {
		if (to == null) {
			return Yuan.ZERO;
		}
		return perTerm(actor, award, to, award.boarding());
	}

	/** What a term is worth in a tier, for who boards or does not. */
	Yuan perTerm(Actor actor, Award award, Tier tier, boolean boards) {
		var stage = this.students.pupil(actor, award.enrolmentId()).stage();
		return this.programmes.scale(award.programmeId(), award.year()).perTerm(new Recipient(tier, stage, boards));
	}

	Map<Term, TermState> states(Award award) {
		return this.payments.stream()
			.map((paid) -> paid.of(Set.of(award.id())).getOrDefault(award.id(), Map.of()))
			.findFirst()
			.orElse(Map.of());
	}

	static Set<Term> fixed(Map<Term, TermState> states) {
		return states.entrySet()
			.stream()
			.filter((term) -> term.getValue() != TermState.OPEN)
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

}
