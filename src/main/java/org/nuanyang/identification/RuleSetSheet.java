package org.nuanyang.identification;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.springframework.context.MessageSourceResolvable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of a draft as a form: thresholds, caps, points and where bands end. A
 * figure is named by its place in the file of the rules; what the rules look at is not
 * changed here.
 */
record RuleSetSheet(List<Line> thresholds, List<Group> groups) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * A figure that may be changed.
	 *
	 * @param place as in {@code groups.0.max}
	 */
	record Figure(String place, String value) {

	}

	/**
	 * A line of the form.
	 *
	 * @param limit where a band ends, before its points, or null
	 */
	record Line(MessageSourceResolvable words, @Nullable Figure limit, Figure points) {

	}

	record Group(Label label, Figure max, @Nullable Figure min, List<Indicator> indicators) {

	}

	record Indicator(Label label, List<Line> lines) {

	}

	/**
	 * @param typed what stands in the form instead, by place
	 */
	static RuleSetSheet of(RuleSet rules, Map<String, String> typed) {
		var places = new Places(typed);
		var thresholds = new ArrayList<Line>();
		for (var n = 0; n < rules.thresholds().size(); n++) {
			var threshold = rules.thresholds().get(n);
			thresholds.add(new Line(Words.of("web.tier." + threshold.tier()), null,
					places.figure("thresholds." + n + ".from", threshold.from())));
		}
		var groups = new ArrayList<Group>();
		for (var n = 0; n < rules.groups().size(); n++) {
			groups.add(places.group("groups." + n, rules.groups().get(n)));
		}
		return new RuleSetSheet(thresholds, groups);
	}

	/** What is wrong at each figure, and under no place what belongs to none of them. */
	Map<String, List<MessageSourceResolvable>> placed(List<RuleSetProblem> problems) {
		var figures = figures().map(Figure::place).toList();
		return problems.stream()
			.collect(Collectors.groupingBy((problem) -> figures.stream()
				.filter((place) -> (place + ".").startsWith(problem.path() + "."))
				.findFirst()
				.orElse(""), Collectors.mapping(RuleSetProblem::what, Collectors.toList())));
	}

	private Stream<Figure> figures() {
		return Stream
			.concat(this.thresholds.stream().map(Line::points),
					this.groups.stream()
						.flatMap((group) -> Stream.concat(Stream.of(group.max(), group.min()),
								group.indicators()
									.stream()
									.flatMap((indicator) -> indicator.lines().stream())
									.flatMap((line) -> Stream.of(line.limit(), line.points())))))
			.flatMap(Stream::ofNullable);
	}

	/** Tells whether a draft is still the one that was shown. */
	static String fingerprint(RuleSet rules) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256")
					.digest(RuleSetReader.write(rules).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The file with these figures; full marks are what the groups give at most. Places
	 * that are no figure of the draft are passed over.
	 * @throws FaultyRuleSet naming everything that is no number
	 */
	static byte[] with(RuleSet rules, Map<String, String> figures) {
		var file = (ObjectNode) JSON.readTree(RuleSetReader.write(rules));
		var problems = new ArrayList<RuleSetProblem>();
		figures.forEach((place, typed) -> put(file, place, typed, problems));
		if (!problems.isEmpty()) {
			throw new FaultyRuleSet(problems);
		}
		var full = BigDecimal.ZERO;
		for (var group : file.path("groups")) {
			full = full.add(group.path("max").decimalValue());
		}
		file.put("fullMarks", full);
		return file.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void put(JsonNode file, String place, String typed, List<RuleSetProblem> problems) {
		var cut = place.lastIndexOf('.');
		var parent = file;
		for (var name : place.substring(0, Math.max(cut, 0)).split("\\.")) {
			parent = parent.isArray() ? parent.path(name.matches("\\d{1,3}") ? Integer.parseInt(name) : -1)
					: parent.path(name);
		}
		var name = place.substring(cut + 1);
		if (parent instanceof ObjectNode object && object.path(name).isNumber()) {
			try {
				object.put(name, new BigDecimal(typed.strip().replace("，", ",").replace(",", "")));
			}
			catch (NumberFormatException ex) {
				problems.add(new RuleSetProblem(place, Words.of("identification.place.field", place),
						typed.isBlank() ? Words.of("identification.edit.missing")
								: Words.of("identification.edit.number", JsonSpot.quoted(typed))));
			}
		}
	}

	/** Reads figures with their places. */
	private record Places(Map<String, String> typed) {

		Figure figure(String place, BigDecimal value) {
			return new Figure(place, this.typed.getOrDefault(place, value.stripTrailingZeros().toPlainString()));
		}

		Group group(String place, RuleSet.Group group) {
			var indicators = new ArrayList<Indicator>();
			for (var n = 0; n < group.indicators().size(); n++) {
				var indicator = group.indicators().get(n);
				indicators.add(new Indicator(indicator.label(),
						lines(place + ".indicators." + n + ".measure", indicator.measure())));
			}
			return new Group(group.label(), figure(place + ".max", group.max()),
					(group.min().signum() != 0) ? figure(place + ".min", group.min()) : null, indicators);
		}

		private List<Line> lines(String place, Measure measure) {
			return switch (measure) {
				case Measure.YesNo(var fact, var yes, var no) ->
					List.of(line(Words.of(fact.optionKey("YES")), place + ".yes", yes),
							line(Words.of(fact.optionKey("NO")), place + ".no", no));
				case Measure.Single(var fact, var points) -> options(place, fact, points, null);
				case Measure.Multiple(var fact, var points, var cap) -> options(place, fact, points, cap);
				case Measure.Bands(var fact, var bands) -> bands(place, bands);
				case Measure.Computed(var quantity, var bands) -> bands(place, bands);
				case Measure.Count(var fact, var each, var cap) -> {
					var lines = new ArrayList<Line>();
					lines.add(line(Words.of("identification.rule.each"), place + ".each", each));
					cap(lines, place, cap);
					yield lines;
				}
			};
		}

		private Line line(MessageSourceResolvable words, String place, BigDecimal value) {
			return new Line(words, null, figure(place, value));
		}

		private List<Line> options(String place, FactCode fact, Map<String, BigDecimal> points,
				@Nullable BigDecimal cap) {
			var lines = new ArrayList<Line>();
			for (var option : fact.options()) {
				var value = points.get(option);
				if (value != null) {
					lines.add(line(Words.of(fact.optionKey(option)), place + ".points." + option, value));
				}
			}
			cap(lines, place, cap);
			return lines;
		}

		private void cap(List<Line> lines, String place, @Nullable BigDecimal cap) {
			if (cap != null) {
				lines.add(line(Words.of("identification.edit.cap"), place + ".cap", cap));
			}
		}

		private List<Line> bands(String place, List<Band> bands) {
			var lines = new ArrayList<Line>();
			for (var n = 0; n < bands.size(); n++) {
				var band = bands.get(n);
				var spot = place + ".bands." + n;
				var upTo = band.upTo();
				lines.add(new Line(Words.of((upTo != null) ? "identification.edit.up-to" : "identification.edit.above"),
						(upTo != null) ? figure(spot + ".upTo", upTo) : null, figure(spot + ".points", band.points())));
			}
			return lines;
		}

	}

}
