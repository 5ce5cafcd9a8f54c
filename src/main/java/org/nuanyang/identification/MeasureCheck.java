package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactKind;

/** Says what is wrong with the measure of an indicator in a file of rules. */
final class MeasureCheck {

	private static final BigDecimal MOST_POINTS = new BigDecimal(1000);

	private static final BigDecimal LARGEST = new BigDecimal(10_000_000);

	private MeasureCheck() {
	}

	/**
	 * The kinds of measure, each with its fields and the kinds of fact it is made for.
	 */
	private enum Kind {

		YES_NO(Set.of("fact", "yes", "no"), Set.of(), FactKind.YES_NO),
		SINGLE(Set.of("fact", "points"), Set.of(), FactKind.CHOICE),
		MULTIPLE(Set.of("fact", "points"), Set.of("cap"), FactKind.CHOICES),
		BANDS(Set.of("fact", "bands"), Set.of(), FactKind.MONEY, FactKind.COUNT),
		COMPUTED(Set.of("quantity", "bands"), Set.of()), COUNT(Set.of("fact", "each"), Set.of("cap"), FactKind.COUNT);

		private final Set<String> required;

		private final Set<String> optional;

		private final List<FactKind> facts;

		Kind(Set<String> required, Set<String> optional, FactKind... facts) {
			this.required = required;
			this.optional = optional;
			this.facts = List.of(facts);
		}

	}

	static void check(JsonSpot measure) {
		var kind = measure.constant("kind", Kind.class).orElse(null);
		if (kind == null) {
			if (measure.child("kind").isEmpty()) {
				measure.wrong("lacks", "kind");
			}
			return;
		}
		measure.isObject(kind.required, kinded(kind.optional));
		var fact = kind.required.contains("fact") ? fact(measure) : Optional.<FactCode>empty();
		fact.filter((code) -> !kind.facts.contains(code.kind()))
			.ifPresent((code) -> measure.wrong("fact-kind", Words.of(code.labelKey()), kind.name(), facts(kind.facts)));
		measure.constant("quantity", Quantity.class);
		List.of("yes", "no", "each").forEach((name) -> points(measure, name));
		measure.number("cap", BigDecimal.ZERO, MOST_POINTS);
		fact.filter((code) -> kind.facts.contains(code.kind())).ifPresent((code) -> options(measure, code));
		bands(measure);
	}

	private static Set<String> kinded(Set<String> optional) {
		return optional.isEmpty() ? Set.of("kind") : Set.of("kind", "cap");
	}

	/**
	 * The fact to be scored; what is no fact of a household is refused with the reason.
	 */
	static Optional<FactCode> fact(JsonSpot spot) {
		return spot.child("fact").flatMap((named) -> {
			var code = Arrays.stream(FactCode.values())
				.filter((known) -> named.node().isString() && known.name().equals(named.node().asString()))
				.findFirst();
			if (code.isEmpty()) {
				named.wrong("fact", JsonSpot.quoted(named.node().toString()), facts(List.of(FactKind.values())));
			}
			return code;
		});
	}

	private static String facts(List<FactKind> kinds) {
		return String.join(", ",
				Arrays.stream(FactCode.values())
					.filter((code) -> kinds.contains(code.kind()))
					.map(FactCode::name)
					.toList());
	}

	private static void points(JsonSpot spot, String name) {
		spot.number(name, MOST_POINTS.negate(), MOST_POINTS);
	}

	private static void options(JsonSpot measure, FactCode fact) {
		measure.child("points").ifPresent((points) -> {
			if (!points.node().isObject() || points.node().isEmpty()) {
				points.wrong("points", String.join(", ", fact.options()));
				return;
			}
			for (var option : points.node().propertyNames()) {
				if (!fact.options().contains(option)) {
					points.wrong("option", JsonSpot.quoted(option), Words.of(fact.labelKey()),
							String.join(", ", fact.options()));
				}
				points(points, option);
			}
		});
	}

	private static void bands(JsonSpot measure) {
		BigDecimal before = null;
		var bands = measure.items("bands", false);
		for (var band : bands) {
			var last = band == bands.getLast();
			if (!band.isObject(last ? Set.of("points") : Set.of("points", "upTo"), last ? Set.of("upTo") : Set.of())) {
				continue;
			}
			points(band, "points");
			var upTo = band.number("upTo", BigDecimal.ZERO, LARGEST);
			if (last && upTo.isPresent()) {
				band.wrong("open");
			}
			if (upTo.isPresent() && before != null && upTo.get().compareTo(before) <= 0) {
				band.wrong("rising");
			}
			before = upTo.orElse(before);
		}
	}

}
