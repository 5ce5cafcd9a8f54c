package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;

/** Applies a rule set to evidence. Pure: the same two always give the same result. */
record Evaluator(RuleSet rules) {

	/**
	 * What came out.
	 *
	 * @param total null when a category entitles directly
	 * @param directCategory code of that category, or null
	 */
	record Result(@Nullable BigDecimal total, @Nullable String directCategory, RuleSet.@Nullable Veto veto,
			@Nullable Tier suggested, List<AssessedGroup> groups) {
	}

	/**
	 * Facts that the rules insist on and nobody has verified; an entitled pupil needs
	 * none.
	 */
	List<FactCode> lacking(Evidence evidence) {
		if (direct(evidence).isPresent()) {
			return List.of();
		}
		return this.rules.groups()
			.stream()
			.flatMap((group) -> group.indicators().stream())
			.filter((indicator) -> indicator.missing() == RuleSet.Missing.REFUSE)
			.flatMap((indicator) -> missing(indicator.measure(), evidence).stream())
			.distinct()
			.toList();
	}

	Result evaluate(Evidence evidence) {
		var veto = this.rules.vetoes().stream().filter((rule) -> rule.applies(evidence)).findFirst().orElse(null);
		var direct = direct(evidence);
		if (direct.isPresent()) {
			var tier = (veto == null) ? direct.get().tier() : null;
			return new Result(null, direct.get().category(), veto, tier, List.of());
		}
		if (!lacking(evidence).isEmpty()) {
			throw new RuleViolation("identification.facts.missing", FactNames.of(lacking(evidence)));
		}
		if (evidence.subsistenceLine() == null && this.rules.needsSubsistenceLine()) {
			throw new RuleViolation("identification.line.missing");
		}
		var groups = this.rules.groups().stream().map((group) -> assess(group, evidence)).toList();
		var total = groups.stream().map(AssessedGroup::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		var tier = (veto == null) ? this.rules.tier(total).orElse(null) : null;
		return new Result(total, null, veto, tier, groups);
	}

	private record Entitled(String category, Tier tier) {
	}

	/** The highest tier wins; of several categories the first by code is named. */
	private Optional<Entitled> direct(Evidence evidence) {
		var found = new ArrayList<Entitled>();
		for (var category : new TreeSet<>(evidence.categories())) {
			this.rules.direct()
				.stream()
				.filter((rule) -> rule.categories().contains(category))
				.forEach((rule) -> found.add(new Entitled(category, rule.tier())));
		}
		return found.stream().min((a, b) -> a.tier().compareTo(b.tier()));
	}

	private static AssessedGroup assess(RuleSet.Group group, Evidence evidence) {
		var indicators = group.indicators().stream().map((indicator) -> assess(indicator, evidence)).toList();
		var sum = indicators.stream().map(AssessedIndicator::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new AssessedGroup(group.code(), group.label(), group.within(sum), group.max(), indicators);
	}

	private static AssessedIndicator assess(RuleSet.Indicator indicator, Evidence evidence) {
		var measure = indicator.measure();
		var values = measure.needs()
			.stream()
			.sorted()
			.flatMap((code) -> evidence.fact(code).stream())
			.map((fact) -> new AssessedIndicator.Value(fact.code(), fact.value(), fact.source()))
			.toList();
		return new AssessedIndicator(indicator.code(), indicator.label(), values, missing(measure, evidence),
				computation(measure, evidence), measure.points(evidence).orElse(BigDecimal.ZERO));
	}

	private static List<FactCode> missing(Measure measure, Evidence evidence) {
		return measure.needs().stream().sorted().filter((code) -> evidence.fact(code).isEmpty()).toList();
	}

	private static AssessedIndicator.@Nullable Computation computation(Measure measure, Evidence evidence) {
		if (!(measure instanceof Measure.Computed(var quantity, var bands))) {
			return null;
		}
		var line = (quantity == Quantity.INCOME_TO_LINE) ? evidence.subsistenceLine() : null;
		return quantity.of(evidence)
			.map((number) -> new AssessedIndicator.Computation(quantity, number,
					Quantity.INCOME_PER_HEAD.of(evidence).orElseThrow(), (line == null) ? null : line.amount()))
			.orElse(null);
	}

}
