package org.nuanyang.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.award.AwardBoardingService;
import org.nuanyang.award.AwardChangeService;
import org.nuanyang.award.Ground;
import org.nuanyang.award.MoneyEffect;
import org.nuanyang.calendar.SchoolTerms;
import org.nuanyang.calendar.TermDates;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The termly re-check: the officer proposes what was found, the principal confirms it;
 * case and award change with the confirmation, in one transaction.
 */
@Service
@Transactional
public class RecheckService {

	private final RecheckRepository rechecks;

	private final ApplicationService applications;

	private final AwardChangeService awards;

	private final AwardBoardingService boarding;

	private final SchoolTerms terms;

	private final Audit audit;

	private final Clock clock;

	RecheckService(RecheckRepository rechecks, ApplicationService applications, AwardChangeService awards,
			AwardBoardingService boarding, SchoolTerms terms, Audit audit, Clock clock) {
		this.rechecks = rechecks;
		this.applications = applications;
		this.awards = awards;
		this.boarding = boarding;
		this.terms = terms;
		this.audit = audit;
		this.clock = clock;
	}

	/** Records that nothing changed, or proposes what did. */
	public long propose(Actor officer, long applicationId, Finding finding) {
		var application = standing(officer, applicationId);
		var before = Objects.requireNonNull(application.decidedTier(), "a recognised case has a tier");
		finding.check(before, application.year(), LocalDate.now(this.clock));
		if (finding.outcome() == RecheckOutcome.BOARDING && this.boarding.effect(officer, applicationId, finding.from())
			.filter(MoneyEffect::isChange)
			.isEmpty()) {
			throw RuleViolation.on("from", "recheck.refused.boarding");
		}
		this.rechecks.findByApplicationIdAndStatus(applicationId, RecheckStatus.PROPOSED).ifPresent((open) -> {
			throw new RuleViolation("recheck.refused.open", application.name());
		});
		var stored = this.rechecks
			.saveAndFlush(new Recheck(officer, application, before, finding, term(), this.clock.instant()));
		record(officer, stored, (finding.outcome() == RecheckOutcome.KEEP) ? "recheck.recorded" : "recheck.proposed");
		return stored.id();
	}

	/** The recognised case, if this person may re-check it. */
	@Transactional(readOnly = true)
	public CaseView standing(Actor officer, long applicationId) {
		var application = this.applications.one(officer, applicationId);
		if (!RecheckAction.PROPOSE.isFor(officer) || !officer.scope().write().contains(application.schoolId())) {
			throw new NotFound("re-check of " + applicationId);
		}
		if (!ApplicationStatus.STANDING.contains(application.status())) {
			throw new RuleViolation("recheck.refused.standing", application.name(), application.status());
		}
		return application;
	}

	/** The one of this case that waits for the principal. */
	@Transactional(readOnly = true)
	public Optional<Long> waiting(long applicationId) {
		return this.rechecks.findByApplicationIdAndStatus(applicationId, RecheckStatus.PROPOSED).map(Recheck::id);
	}

	/** The principal confirms: the case is adjusted or ended, and its award with it. */
	public void confirm(Actor principal, long id) {
		var recheck = open(principal, id, RecheckAction.CONFIRM);
		if (recheck.tierAfter() != null && this.rechecks.hasLeft(recheck.applicationId())) {
			throw new RuleViolation("recheck.refused.left");
		}
		recheck.confirm(principal, this.clock.instant());
		this.rechecks.flush();
		var ground = new Ground(recheck.fromTerm(), recheck.effectiveOn(), recheck.reason());
		var tier = recheck.tierAfter();
		if (recheck.outcome() == RecheckOutcome.BOARDING) {
			this.boarding.adjust(principal, recheck.applicationId(), ground);
		}
		else if (tier != null) {
			this.applications.adjust(principal, recheck.applicationId(), tier, recheck.reason());
			this.awards.adjust(principal, recheck.applicationId(), tier, ground);
		}
		else {
			this.applications.end(principal, recheck.applicationId(), recheck.reason());
			this.awards.end(principal, recheck.applicationId(), recheck.cause() == EndCause.TRANSFERRED, ground);
		}
		record(principal, recheck, "recheck.confirmed");
	}

	public void decline(Actor principal, long id, @Nullable String why) {
		var recheck = open(principal, id, RecheckAction.DECLINE);
		recheck.decline(principal, why, this.clock.instant());
		record(principal, recheck, "recheck.declined");
	}

	public void takeBack(Actor officer, long id) {
		var recheck = open(officer, id, RecheckAction.TAKE_BACK);
		recheck.takeBack(officer, this.clock.instant());
		record(officer, recheck, "recheck.taken-back");
	}

	/** Another tier for a pupil who leaves means nothing any more. */
	void lapse(Actor registrar, long enrolmentId) {
		lapse(registrar, this.rechecks.openTiers(enrolmentId));
	}

	/** The same for a whole year that has graduated. */
	void lapseOfLeavers(Actor registrar, long schoolId) {
		lapse(registrar, this.rechecks.openTiersOfLeavers(schoolId));
	}

	private void lapse(Actor registrar, List<Recheck> meaningless) {
		meaningless.forEach((recheck) -> {
			recheck.lapse(registrar, this.clock.instant());
			record(registrar, recheck, "recheck.lapsed");
		});
	}

	@Transactional(readOnly = true)
	public RecheckView one(Actor actor, long id) {
		var recheck = this.rechecks.findById(id).orElseThrow(() -> new NotFound("re-check " + id));
		this.applications.one(actor, recheck.applicationId());
		return RecheckView.of(recheck);
	}

	/** The last first. */
	@Transactional(readOnly = true)
	public List<RecheckView> ofCase(Actor actor, long applicationId) {
		this.applications.one(actor, applicationId);
		return this.rechecks.findByApplicationIdOrderByProposedAtDesc(applicationId)
			.stream()
			.map(RecheckView::of)
			.toList();
	}

	/** What an open proposal would do to the money; null while there is no award. */
	@Transactional(readOnly = true)
	public @Nullable MoneyEffect effect(Actor actor, long applicationId, @Nullable Tier to, Term from) {
		return this.awards.effect(actor, applicationId, to, from).orElse(null);
	}

	/** What a change of boarding would do to it; null while there is none. */
	@Transactional(readOnly = true)
	public @Nullable MoneyEffect boarding(Actor actor, long applicationId, Term from) {
		return this.boarding.effect(actor, applicationId, from).orElse(null);
	}

	@Transactional(readOnly = true)
	public long awaiting() {
		return this.rechecks.countByStatus(RecheckStatus.PROPOSED);
	}

	/** The term of today: the county's dates, or the month where it has set none. */
	@Transactional(readOnly = true)
	public Term term() {
		return this.terms.current().map(TermDates::term).orElseGet(() -> Term.of(LocalDate.now(this.clock)));
	}

	private Recheck open(Actor actor, long id, RecheckAction action) {
		var recheck = this.rechecks.findById(id).orElseThrow(() -> new NotFound("re-check " + id));
		if (!action.isFor(actor) || !actor.scope().write().contains(recheck.schoolId())) {
			throw new NotFound(action + " of re-check " + id);
		}
		return recheck;
	}

	private void record(Actor actor, Recheck recheck, String action) {
		this.rechecks.flush();
		this.audit.record(actor, recheck.schoolId(), action, "recheck", recheck.id(), Map.of("application",
				recheck.applicationId(), "outcome", recheck.outcome().name(), "from", recheck.fromTerm().name()));
	}

}
