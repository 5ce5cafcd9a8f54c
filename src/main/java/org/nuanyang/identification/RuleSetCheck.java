package org.nuanyang.identification;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of rules and says all that is wrong in it, and where, before anything is
 * stored; {@link RuleSet} refuses the same, but one thing at a time and to programmers.
 */
final class RuleSetCheck {

	static final int LARGEST_BYTES = 200_000;

	private static final BigDecimal MOST_POINTS = new BigDecimal(1000);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final Set<String> categories;

	private final Set<String> codes = new HashSet<>();

	private RuleSetCheck(Set<String> categories) {
		this.categories = categories;
	}

	/**
	 * @param categories codes of the dictionary that may lead to aid
	 * @throws FaultyRuleSet naming everything that is wrong
	 */
	static RuleSet read(byte[] file, Set<String> categories) {
		if (file.length > LARGEST_BYTES) {
			throw RuleViolation.on("file", "identification.file.large", LARGEST_BYTES / 1000);
		}
		var text = decoded(file);
		var problems = new ArrayList<RuleSetProblem>();
		try {
			new RuleSetCheck(categories)
				.rules(new JsonSpot(JSON.readTree(text), "", Words.of("identification.place.file"), problems));
		}
		catch (JacksonException ex) {
			var at = ex.getLocation();
			throw RuleViolation.on("file", "identification.file.syntax", (at != null) ? at.getLineNr() : 1,
					(at != null) ? at.getColumnNr() : 1);
		}
		if (!problems.isEmpty()) {
			throw new FaultyRuleSet(problems);
		}
		return RuleSetReader.read(text);
	}

	private static String decoded(byte[] file) {
		try {
			var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw RuleViolation.on("file", "identification.file.encoding");
		}
	}

	private void rules(JsonSpot file) {
		if (!file.isObject(Set.of("fullMarks", "direct", "vetoes", "groups", "thresholds"), Set.of())) {
			return;
		}
		var full = file.number("fullMarks", BigDecimal.ONE, MOST_POINTS);
		file.items("direct", true).forEach(this::direct);
		file.items("vetoes", true).forEach(this::veto);
		var groups = file.items("groups", false);
		var most = groups.stream().map(this::group).toList();
		if (full.isPresent() && most.stream().allMatch(Objects::nonNull)) {
			var sum = most.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
			if (!groups.isEmpty() && sum.compareTo(full.get()) != 0) {
				file.wrong("sum", sum.toPlainString(), full.get().toPlainString());
			}
		}
		thresholds(file.items("thresholds", false), full.orElse(MOST_POINTS));
	}

	private void direct(JsonSpot direct) {
		if (!direct.isObject(Set.of("categories", "tier"), Set.of())) {
			return;
		}
		direct.constant("tier", Tier.class);
		for (var category : direct.items("categories", false)) {
			category.text()
				.filter((code) -> !this.categories.contains(code))
				.ifPresent((code) -> category.wrong("category", JsonSpot.quoted(code)));
		}
	}

	private void veto(JsonSpot veto) {
		if (!veto.isObject(Set.of("code", "label", "fact", "value"), Set.of())) {
			return;
		}
		code(veto);
		label(veto);
		MeasureCheck.fact(veto).ifPresent((fact) -> veto.text("value").ifPresent((value) -> {
			if (!isValue(fact, value)) {
				veto.wrong("veto-value", Words.of(fact.labelKey()), JsonSpot.quoted(value),
						String.join(", ", fact.options()));
			}
		}));
	}

	private static boolean isValue(FactCode fact, String value) {
		try {
			return fact.canonical(value).equals(value);
		}
		catch (RuleViolation violation) {
			return false;
		}
	}

	/** What the group gives at most, or null where that is not said. */
	private @Nullable BigDecimal group(JsonSpot group) {
		if (!group.isObject(Set.of("code", "label", "min", "max", "indicators"), Set.of())) {
			return null;
		}
		code(group);
		label(group);
		var min = group.number("min", MOST_POINTS.negate(), BigDecimal.ZERO);
		var max = group.number("max", BigDecimal.ZERO, MOST_POINTS);
		if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) >= 0) {
			group.wrong("room");
		}
		group.items("indicators", false).forEach(this::indicator);
		return max.orElse(null);
	}

	private void indicator(JsonSpot indicator) {
		if (!indicator.isObject(Set.of("code", "label", "missing", "measure"), Set.of())) {
			return;
		}
		code(indicator);
		label(indicator);
		indicator.constant("missing", RuleSet.Missing.class);
		indicator.child("measure").ifPresent(MeasureCheck::check);
	}

	private void code(JsonSpot spot) {
		spot.text("code").ifPresent((code) -> {
			if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
				spot.wrong("code", JsonSpot.quoted(code));
			}
			else if (!this.codes.add(code)) {
				spot.wrong("code-twice", code);
			}
		});
	}

	private static void label(JsonSpot spot) {
		spot.child("label").filter((label) -> label.isObject(Set.of("zh", "en"), Set.of())).ifPresent((label) -> {
			label.text("zh").ifPresent((zh) -> refuseMerit(label, zh));
			label.text("en").ifPresent((en) -> refuseMerit(label, en));
		});
	}

	/** No fact knows merit, and no label may claim that one does. */
	private static void refuseMerit(JsonSpot label, String name) {
		MeritWords.in(name).ifPresent((word) -> label.wrong("merit", JsonSpot.quoted(name), word));
	}

	private static void thresholds(List<JsonSpot> thresholds, BigDecimal full) {
		Tier above = null;
		BigDecimal higher = null;
		for (var threshold : thresholds) {
			if (!threshold.isObject(Set.of("tier", "from"), Set.of())) {
				continue;
			}
			var tier = threshold.constant("tier", Tier.class).orElse(null);
			var from = threshold.number("from", new BigDecimal("0.5"), full).orElse(null);
			if (tier == null || from == null) {
				continue;
			}
			if (above != null && higher != null && (tier.compareTo(above) <= 0 || from.compareTo(higher) >= 0)) {
				threshold.wrong("falling");
			}
			above = tier;
			higher = from;
		}
	}

}
