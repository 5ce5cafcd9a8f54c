package org.nuanyang.review;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CasePart;
import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * What the committee decided, on the page of the case; not before the principal has
 * confirmed it.
 */
@Component
class DecisionPart implements CasePart {

	private static final Set<ApplicationStatus> AGAIN = Set.of(ApplicationStatus.VISITED,
			ApplicationStatus.CLASS_APPRAISED);

	private final DecisionService decisions;

	private final ApplicationService applications;

	private final RetractionService retractions;

	DecisionPart(DecisionService decisions, ApplicationService applications, RetractionService retractions) {
		this.decisions = decisions;
		this.applications = applications;
		this.retractions = retractions;
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public Optional<Card> card(Actor actor, CaseView application) {
		return this.decisions.lastSigned(application.id())
			.map((decision) -> new Card("review/_decision",
					new Shown(decision, isTakenBack(application, decision),
							this.applications.returned(application.roundId()).get(application.id()),
							this.retractions.offer(actor, application).orElse(null))));
	}

	/** The case is before class or committee again, though it had been decided. */
	private static boolean isTakenBack(CaseView application, DecisionView decision) {
		return decision.outcome() != Outcome.POSTPONED && AGAIN.contains(application.status());
	}

	/**
	 * @param takenBack the decision holds no more
	 * @param task what the committee was asked to look at again, or null
	 * @param offer the person may take the decision back, or null
	 */
	public record Shown(DecisionView decision, boolean takenBack, @Nullable String task,
			RetractionService.@Nullable Offer offer) {

	}

}
