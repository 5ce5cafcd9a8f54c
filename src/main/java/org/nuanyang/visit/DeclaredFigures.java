package org.nuanyang.visit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FrozenDeclaration;
import org.nuanyang.household.FrozenDeclarationService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * What the family declared, held against what the visitors verified: 与申报是否一致 is no matter
 * of opinion where both are figures (forms.md 4.2).
 */
@Component
class DeclaredFigures {

	/** Shorter words than these explain nothing. */
	private static final int A_SENTENCE = 6;

	private final HouseholdService households;

	private final FrozenDeclarationService submitted;

	DeclaredFigures(HouseholdService households, FrozenDeclarationService submitted) {
		this.households = households;
		this.submitted = submitted;
	}

	/** As submitted, or as registered while nothing was. */
	Optional<DeclaredHousehold> of(Actor actor, long enrolmentId, SchoolYear year) {
		return this.submitted.last(actor, enrolmentId, year)
			.map(FrozenDeclaration::household)
			.or(() -> this.households.declared(actor, enrolmentId, year));
	}

	/** An agreement that the figures of the same visit contradict. */
	Optional<RuleViolation> contradiction(VisitClaim report, DeclaredHousehold declared) {
		var differing = Arrays.stream(FactCode.values())
			.filter((code) -> report.facts().containsKey(code))
			.filter((code) -> declared.fact(code).filter((value) -> !value.equals(found(code, report))).isPresent())
			.toList();
		if (report.agreement() == Agreement.YES && !differing.isEmpty()) {
			return Optional.of(RuleViolation.on("agreement", "visit.agreement.differs", differing.size(),
					list(differing.stream().map((code) -> difference(code, declared, report)).toList())));
		}
		var unexplained = report.agreement() != null && report.agreement() != Agreement.YES
				&& !report.difference().isBlank() && report.difference().length() < A_SENTENCE;
		return (unexplained && differing.isEmpty())
				? Optional.of(RuleViolation.on("difference", "visit.difference.none", A_SENTENCE)) : Optional.empty();
	}

	/** Written as the declaration is: 32000 and 32000.00 are the same. */
	private static String found(FactCode code, VisitClaim report) {
		return code.canonical(report.facts().getOrDefault(code, ""));
	}

	private static MessageSourceResolvable difference(FactCode code, DeclaredHousehold declared, VisitClaim report) {
		return text("visit.differs", text(code.labelKey()), value(code, declared.facts().getOrDefault(code, "")),
				value(code, found(code, report)));
	}

	private static MessageSourceResolvable value(FactCode code, String value) {
		return switch (code.kind()) {
			case MONEY -> text("household.fact.yuan", code.amount(value));
			case COUNT -> text("household.fact.people", value);
			case CHOICE, CHOICES, YES_NO -> {
				var options = code.optionKeys(value);
				yield options.isEmpty() ? text("household.fact.nothing")
						: list(options.stream().map(DeclaredFigures::text).toList());
			}
		};
	}

	private static MessageSourceResolvable list(List<MessageSourceResolvable> parts) {
		return parts.stream().reduce((before, next) -> text("visit.differs.and", before, next)).orElseThrow();
	}

	private static MessageSourceResolvable text(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

}
