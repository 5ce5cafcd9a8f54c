package org.nuanyang.disbursement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What the codes of a bank's return mean, and what to do about each (结果码对照表). */
public record CodeTable(BankFormatView format, List<Line> lines) {

	static CodeTable of(BankFormatView view, BankFormat format, Locale locale) {
		var advice = advice(format, locale);
		return new CodeTable(view,
				new TreeMap<>(format.back().codes()).entrySet()
					.stream()
					.map((code) -> new Line(code.getKey(), code.getValue(), advice.get(code.getKey())))
					.toList());
	}

	/** The format's own words, by code. */
	static Map<String, String> advice(BankFormat format, Locale locale) {
		return Objects.requireNonNull(format.back().advice())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (code) -> code.getValue().in(locale)));
	}

	/**
	 * One code.
	 *
	 * @param advice the format's own words, or null where those of the meaning do
	 */
	public record Line(String code, BankResult result, @Nullable String advice) {

	}

}
