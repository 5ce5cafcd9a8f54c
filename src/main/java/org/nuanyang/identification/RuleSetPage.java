package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.nuanyang.household.FactCode;
import org.nuanyang.programme.Tier;

/** A rule set as its page says it. */
record RuleSetPage(BigDecimal fullMarks, List<Entitlement> direct, List<Exclusion> vetoes, List<Group> groups,
		List<Threshold> thresholds, boolean needsLine) {

	static RuleSetPage of(RuleSet rules, Map<String, Label> categories) {
		return new RuleSetPage(rules.fullMarks(),
				rules.direct().stream().map((direct) -> Entitlement.of(direct, categories)).toList(),
				rules.vetoes().stream().map(Exclusion::of).toList(), rules.groups().stream().map(Group::of).toList(),
				rules.thresholds(), rules.needsSubsistenceLine());
	}

	/** Who gets a tier without scoring. */
	record Entitlement(Tier tier, List<Label> categories) {

		static Entitlement of(RuleSet.Direct direct, Map<String, Label> categories) {
			return new Entitlement(direct.tier(),
					direct.categories()
						.stream()
						.map((code) -> categories.getOrDefault(code, new Label(code, code)))
						.toList());
		}

	}

	/**
	 * What excludes a household, whatever it scores; the value is stored as a fact's is.
	 */
	record Exclusion(Label label, FactCode fact, String value) {

		static Exclusion of(RuleSet.Veto veto) {
			return new Exclusion(veto.label(), veto.fact(), veto.value());
		}

	}

	/** A group with its cap. */
	record Group(Label label, BigDecimal min, BigDecimal max, List<Indicator> indicators) {

		static Group of(RuleSet.Group group) {
			return new Group(group.label(), group.min(), group.max(),
					group.indicators().stream().map(Indicator::of).toList());
		}

	}

	/**
	 * An indicator in words.
	 *
	 * @param refuses no assessment until what it looks at is verified
	 */
	record Indicator(Label label, boolean refuses, RuleWords words) {

		static Indicator of(RuleSet.Indicator indicator) {
			return new Indicator(indicator.label(), indicator.missing() == RuleSet.Missing.REFUSE,
					RuleWords.of(indicator));
		}

	}

}
