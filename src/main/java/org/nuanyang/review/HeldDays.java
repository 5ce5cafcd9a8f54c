package org.nuanyang.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/**
 * On which days people can have met over the cases of a round: not before the round and
 * the applications began, and not in the future.
 */
@Component
class HeldDays {

	private final AppraisalRepository appraisals;

	private final Clock clock;

	HeldDays(AppraisalRepository appraisals, Clock clock) {
		this.appraisals = appraisals;
		this.clock = clock;
	}

	/** A meeting comes after the classes that it listens to, too. */
	void checkMeeting(LocalDate held, RoundView round, Collection<CaseView> agenda) {
		check(held, round, agenda);
		this.appraisals.lastHeld(agenda.stream().map(CaseView::id).toList())
			.filter((appraised) -> held.isBefore(appraised.on()))
			.ifPresent((appraised) -> {
				throw RuleViolation.on("heldOn", "review.held.before-appraisal",
						name(agenda, appraised.applicationId()), appraised.on());
			});
	}

	private static String name(Collection<CaseView> cases, long id) {
		return cases.stream()
			.filter((application) -> application.id() == id)
			.map(CaseView::name)
			.findFirst()
			.orElseThrow();
	}

	void check(LocalDate held, RoundView round, Collection<CaseView> cases) {
		if (held.isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("heldOn", "review.held.future");
		}
		var begun = round.begunOn(this.clock.getZone());
		if (held.isBefore(begun)) {
			throw RuleViolation.on("heldOn", "review.held.before-round", begun);
		}
		cases.stream().max(Comparator.comparing(CaseView::createdAt)).ifPresent((last) -> {
			var applied = LocalDate.ofInstant(last.createdAt(), this.clock.getZone());
			if (held.isBefore(applied)) {
				throw RuleViolation.on("heldOn", "review.held.before-application", last.name(), applied);
			}
		});
	}

}
