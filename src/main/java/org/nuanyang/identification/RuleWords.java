package org.nuanyang.identification;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.FactKind;
import org.springframework.context.MessageSourceResolvable;

/**
 * What an indicator looks at and how it counts, in words.
 *
 * @param basis the fact or number that it looks at
 * @param cap what it gives at most, or null
 */
record RuleWords(MessageSourceResolvable basis, List<RuleLine> lines, @Nullable BigDecimal cap) {

	static RuleWords of(RuleSet.Indicator indicator) {
		return switch (indicator.measure()) {
			case Measure.YesNo(var fact, var yes, var no) ->
				new RuleWords(name(fact), List.of(option(fact, "YES", yes), option(fact, "NO", no)), null);
			case Measure.Single(var fact, var points) -> new RuleWords(name(fact), options(fact, points), null);
			case Measure.Multiple(var fact, var points, var cap) ->
				new RuleWords(name(fact), options(fact, points), cap);
			case Measure.Bands(var fact, var bands) -> new RuleWords(name(fact), bands(bands, unit(fact)), null);
			case Measure.Computed(var quantity, var bands) ->
				new RuleWords(Words.of(quantity.labelKey()), bands(bands, unit(quantity)), null);
			case Measure.Count(var fact, var each, var cap) ->
				new RuleWords(name(fact), List.of(new RuleLine(Words.of("identification.rule.each"), each)), cap);
		};
	}

	private static MessageSourceResolvable name(FactCode fact) {
		return Words.of(fact.labelKey());
	}

	/** In the order of the form; what is not listed gives nothing. */
	private static List<RuleLine> options(FactCode fact, Map<String, BigDecimal> points) {
		return fact.options()
			.stream()
			.filter(points::containsKey)
			.map((option) -> option(fact, option, points.getOrDefault(option, BigDecimal.ZERO)))
			.toList();
	}

	private static RuleLine option(FactCode fact, String option, BigDecimal points) {
		return new RuleLine(Words.of(fact.optionKey(option)), points);
	}

	private static String unit(FactCode fact) {
		return "identification.unit." + ((fact.kind() == FactKind.MONEY) ? "yuan" : "people");
	}

	private static String unit(Quantity quantity) {
		return "identification.unit." + ((quantity == Quantity.INCOME_TO_LINE) ? "times" : "yuan");
	}

	private static List<RuleLine> bands(List<Band> bands, String unit) {
		var lines = new ArrayList<RuleLine>();
		BigDecimal before = null;
		for (var band : bands) {
			lines.add(new RuleLine(between(before, band.upTo(), unit), band.points()));
			before = band.upTo();
		}
		return lines;
	}

	private static MessageSourceResolvable between(@Nullable BigDecimal over, @Nullable BigDecimal upTo, String unit) {
		if (over == null) {
			return (upTo == null) ? Words.of("identification.rule.any")
					: Words.of("identification.rule.up-to", amount(upTo, unit));
		}
		return (upTo == null) ? Words.of("identification.rule.over", amount(over, unit))
				: Words.of("identification.rule.between", amount(over, unit), amount(upTo, unit));
	}

	private static MessageSourceResolvable amount(BigDecimal number, String unit) {
		return Words.of(unit,
				new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number));
	}

}
