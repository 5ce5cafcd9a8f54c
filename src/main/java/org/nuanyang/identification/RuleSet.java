package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;

/**
 * The rules of identification (认定量化表), data from beginning to end. Points come from facts
 * about the household alone: there is no fact of merit or conduct to score (decisions.md
 * 4).
 *
 * @param fullMarks what the groups add up to at most
 * @param direct categories that entitle without scoring
 * @param vetoes facts that exclude a household whatever it scores
 * @param thresholds from how many points on which tier, the highest first
 */
record RuleSet(BigDecimal fullMarks, List<Direct> direct, List<Veto> vetoes, List<Group> groups,
		List<Threshold> thresholds) {

	RuleSet {
		direct = List.copyOf(direct);
		vetoes = List.copyOf(vetoes);
		groups = List.copyOf(groups);
		thresholds = List.copyOf(thresholds);
		require(!groups.isEmpty() && !thresholds.isEmpty(), "groups and thresholds are needed");
		unique(Stream.concat(groups.stream().map(Group::code),
				groups.stream().flatMap((group) -> group.indicators().stream()).map(Indicator::code)));
		unique(thresholds.stream().map((threshold) -> threshold.tier().name()));
		for (var i = 1; i < thresholds.size(); i++) {
			require(thresholds.get(i).from().compareTo(thresholds.get(i - 1).from()) < 0
					&& thresholds.get(i).tier().compareTo(thresholds.get(i - 1).tier()) > 0, "thresholds must fall");
		}
		require(groups.stream().map(Group::max).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(fullMarks) == 0,
				"the groups do not add up to " + fullMarks);
	}

	/** 直接认定: whoever is in one of the categories gets the tier. */
	record Direct(List<String> categories, Tier tier) {
	}

	/** 一票否决: a household of which the fact has this value. */
	record Veto(String code, Label label, FactCode fact, String value) {

		Veto {
			require(fact.canonical(value).equals(value), fact + " is never " + value);
		}

		boolean applies(Evidence evidence) {
			return evidence.fact(this.fact).filter((fact) -> fact.value().equals(this.value)).isPresent();
		}

	}

	/** Indicators that share a cap, and a floor where points may be negative. */
	record Group(String code, Label label, BigDecimal min, BigDecimal max, List<Indicator> indicators) {

		Group {
			require(min.compareTo(max) < 0, code + " has no room between min and max");
			require(!indicators.isEmpty(), code + " is empty");
			indicators = List.copyOf(indicators);
		}

		BigDecimal within(BigDecimal points) {
			return points.max(this.min).min(this.max);
		}

	}

	record Indicator(String code, Label label, Missing missing, Measure measure) {
	}

	/** What a fact that nobody has verified does. */
	enum Missing {

		/** No points. */
		ZERO,
		/** No assessment until it is verified. */
		REFUSE

	}

	/** The tier that a total leads to. */
	Optional<Tier> tier(BigDecimal total) {
		return this.thresholds.stream()
			.filter((threshold) -> total.compareTo(threshold.from()) >= 0)
			.findFirst()
			.map(Threshold::tier);
	}

	boolean needsSubsistenceLine() {
		return this.groups.stream()
			.flatMap((group) -> group.indicators().stream())
			.anyMatch((indicator) -> indicator.measure() instanceof Measure.Computed(var quantity, var bands)
					&& quantity == Quantity.INCOME_TO_LINE);
	}

	static void require(boolean condition, String what) {
		if (!condition) {
			throw new RuleViolation("identification.rules.invalid", what);
		}
	}

	private static void unique(Stream<String> codes) {
		var seen = new HashSet<String>();
		codes.forEach((code) -> require(seen.add(code), code + " occurs twice"));
	}

}
