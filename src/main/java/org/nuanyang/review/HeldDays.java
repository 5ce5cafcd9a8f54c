package org.nuanyang.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

	/**
	 * Why they cannot have met then; a meeting comes after the classes it listens to,
	 * too.
	 */
	Optional<RuleViolation> againstMeeting(LocalDateTime held, RoundView round, List<CaseView> agenda) {
		if (held.isAfter(LocalDateTime.now(this.clock))) {
			return Optional.of(RuleViolation.on("heldOn", "review.held.future"));
		}
		var day = held.toLocalDate();
		return against(day, round, agenda).or(() -> beforeAppraisal(day, agenda))
			.or(() -> (agenda.isEmpty() || !ready(day, agenda).isEmpty()) ? Optional.empty()
					: Optional.of(RuleViolation.on("heldOn", "review.held.before-return")));
	}

	/**
	 * Those of the cases that were before the committee on that day: applied for,
	 * appraised and not come back later.
	 */
	List<CaseView> ready(LocalDate held, List<CaseView> cases) {
		var since = this.appraisals.readySince(cases.stream().map(CaseView::id).toList(), this.clock.getZone());
		return cases.stream()
			.filter((one) -> !held.isBefore(LocalDate.ofInstant(one.createdAt(), this.clock.getZone())))
			.filter((one) -> Optional.ofNullable(since.get(one.id())).filter(held::isBefore).isEmpty())
			.toList();
	}

	private Optional<RuleViolation> beforeAppraisal(LocalDate held, Collection<CaseView> agenda) {
		return this.appraisals.lastHeld(agenda.stream().map(CaseView::id).toList())
			.filter((appraised) -> held.isBefore(appraised.on()))
			.map((appraised) -> RuleViolation.on("heldOn", "review.held.before-appraisal",
					name(agenda, appraised.applicationId()), appraised.on()));
	}

	private static String name(Collection<CaseView> cases, long id) {
		return cases.stream()
			.filter((application) -> application.id() == id)
			.map(CaseView::name)
			.findFirst()
			.orElseThrow();
	}

	/** Why they cannot have met on a day. */
	Optional<RuleViolation> against(LocalDate held, RoundView round, Collection<CaseView> cases) {
		if (held.isAfter(LocalDate.now(this.clock))) {
			return Optional.of(RuleViolation.on("heldOn", "review.held.future"));
		}
		var begun = round.begunOn(this.clock.getZone());
		if (held.isBefore(begun)) {
			return Optional.of(RuleViolation.on("heldOn", "review.held.before-round", begun));
		}
		return cases.stream().max(Comparator.comparing(CaseView::createdAt)).flatMap((last) -> {
			var applied = LocalDate.ofInstant(last.createdAt(), this.clock.getZone());
			return held.isBefore(applied)
					? Optional.of(RuleViolation.on("heldOn", "review.held.before-application", last.name(), applied))
					: Optional.empty();
		});
	}

}
