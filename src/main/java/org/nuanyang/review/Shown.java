package org.nuanyang.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/**
 * Which outcomes of which cases a page showed to somebody who puts their name to all of
 * them at once. It travels with the form: what they sign is what they saw.
 */
public record Shown(Map<Long, Outcome> outcomes) {

	public Shown {
		outcomes = Map.copyOf(outcomes);
	}

	public static Shown of(Stream<? extends @Nullable DecisionView> decisions) {
		return new Shown(decisions.filter(Objects::nonNull)
			.collect(Collectors.toMap(DecisionView::applicationId, DecisionView::outcome)));
	}

	/** As it comes back with a form; what cannot be read was not shown. */
	static Shown read(@Nullable String token) {
		var outcomes = new TreeMap<Long, Outcome>();
		for (var part : ((token != null) ? token : "").split(",")) {
			if (part.matches("\\d{1,18}:(ONE|TWO|THREE|NONE|POSTPONED)")) {
				var colon = part.indexOf(':');
				outcomes.put(Long.valueOf(part.substring(0, colon)), Outcome.valueOf(part.substring(colon + 1)));
			}
		}
		return new Shown(outcomes);
	}

	/** As it travels with a form. */
	public String token() {
		return new TreeMap<>(this.outcomes).entrySet()
			.stream()
			.map((one) -> one.getKey() + ":" + one.getValue())
			.collect(Collectors.joining(","));
	}

	boolean has(long applicationId, Outcome outcome) {
		return this.outcomes.get(applicationId) == outcome;
	}

	/**
	 * What has changed since it was shown.
	 * @param names of the pupils, by case
	 */
	List<RuleViolation> changes(Shown now, Map<Long, String> names) {
		var changes = new ArrayList<RuleViolation>();
		add(changes, "review.sign.gone", this.outcomes, (id) -> !now.outcomes.containsKey(id), names);
		add(changes, "review.sign.added", now.outcomes, (id) -> !this.outcomes.containsKey(id), names);
		add(changes, "review.sign.changed", now.outcomes,
				(id) -> this.outcomes.containsKey(id) && this.outcomes.get(id) != now.outcomes.get(id), names);
		return changes;
	}

	private static void add(List<RuleViolation> changes, String key, Map<Long, Outcome> of, Predicate<Long> changed,
			Map<Long, String> names) {
		var found = of.keySet().stream().filter(changed).sorted().toList();
		if (!found.isEmpty()) {
			changes.add(new RuleViolation(key, found.size(),
					found.stream().map((id) -> names.getOrDefault(id, "")).collect(Collectors.joining("、"))));
		}
	}

}
