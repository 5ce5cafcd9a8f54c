package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.identification.Decided;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided and signed on a pupil's case, or changed by the re-check since. */
@Component
@Transactional(readOnly = true)
class DecidedCases implements Decided {

	private static final Set<ApplicationStatus> HOLDING = EnumSet.of(ApplicationStatus.PASSED,
			ApplicationStatus.NOT_PASSED, ApplicationStatus.ON_NOTICE, ApplicationStatus.OBJECTED,
			ApplicationStatus.RECOGNISED, ApplicationStatus.REFUSED, ApplicationStatus.ADJUSTED);

	private static final Set<ApplicationAction> DECIDING = EnumSet.of(ApplicationAction.PASS,
			ApplicationAction.NOT_PASS, ApplicationAction.ADJUST);

	private final CaseReader cases;

	private final CaseHistory history;

	private final Clock clock;

	DecidedCases(CaseReader cases, CaseHistory history, Clock clock) {
		this.cases = cases;
		this.history = history;
		this.clock = clock;
	}

	/** The latest case counts: one drawn up anew is open again. */
	@Override
	public Optional<Outcome> of(Actor actor, long enrolmentId, SchoolYear year) {
		return this.cases.ofPupil(actor, enrolmentId)
			.stream()
			.filter((one) -> one.year().equals(year) && one.status() != ApplicationStatus.WITHDRAWN)
			.findFirst()
			.filter((one) -> HOLDING.contains(one.status()))
			.flatMap(this::decided);
	}

	private Optional<Outcome> decided(CaseView application) {
		var assessment = application.assessmentId();
		return (assessment == null) ? Optional.empty()
				: this.history.of(application.id())
					.stream()
					.filter((step) -> DECIDING.contains(step.action()))
					.findFirst()
					.map((step) -> new Outcome(application.decidedTier(),
							LocalDate.ofInstant(step.at(), this.clock.getZone()), step.reason(), assessment));
	}

}
