package org.nuanyang.identification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.MessageSourceResolvable;
import tools.jackson.databind.JsonNode;

/**
 * One spot of a file of rules, with its place in words; notes what is wrong there and
 * reads on, so that a person sees everything at once.
 */
record JsonSpot(JsonNode node, String path, MessageSourceResolvable place, List<RuleSetProblem> problems) {

	/** A veto says its reason in a sentence. */
	private static final int LONGEST_TEXT = 100;

	private static final int FINEST = 4;

	private static final int QUOTED = 30;

	void wrong(String key, Object... arguments) {
		this.problems.add(new RuleSetProblem(this.path, this.place, Words.of("identification.file." + key, arguments)));
	}

	/**
	 * Whether this is an object; what it lacks, and what it should not have, is noted.
	 */
	boolean isObject(Set<String> required, Set<String> optional) {
		if (!this.node.isObject()) {
			wrong("object", String.join(", ", new TreeSet<>(required)));
			return false;
		}
		var allowed = new TreeSet<>(required);
		allowed.addAll(optional);
		for (var name : this.node.propertyNames()) {
			if (!allowed.contains(name)) {
				wrong("unknown", quoted(name), String.join(", ", allowed));
			}
		}
		required.stream().sorted().filter((name) -> child(name).isEmpty()).forEach((name) -> wrong("lacks", name));
		return true;
	}

	/** What stands under that name, if anything does. */
	Optional<JsonSpot> child(String name) {
		var child = this.node.get(name);
		return (child != null && !child.isNull())
				? Optional.of(at(child, name, Words.of("identification.place.field", quoted(name)))) : Optional.empty();
	}

	/**
	 * The members of the list under that name; an empty list is noted where it may not
	 * be.
	 */
	List<JsonSpot> items(String name, boolean mayBeEmpty) {
		var list = child(name).orElse(null);
		if (list == null) {
			return List.of();
		}
		if (!list.node.isArray()) {
			list.wrong("list");
			return List.of();
		}
		if (list.node.isEmpty() && !mayBeEmpty) {
			list.wrong("empty");
		}
		var items = new ArrayList<JsonSpot>();
		for (var item : list.node) {
			items.add(list.at(item, "" + items.size(), this.place,
					Words.of("identification.place." + name, items.size() + 1, name(item))));
		}
		return items;
	}

	/** The Chinese label of what is quoted in a place, empty where it has none. */
	private static String name(JsonNode item) {
		return quoted(item.path("label").path("zh").asString(""));
	}

	private JsonSpot at(JsonNode child, String name, MessageSourceResolvable where) {
		return at(child, name, this.place, where);
	}

	private JsonSpot at(JsonNode child, String name, MessageSourceResolvable in, MessageSourceResolvable where) {
		return new JsonSpot(child, this.path.isEmpty() ? name : this.path + "." + name,
				Words.of("identification.place.in", in, where), this.problems);
	}

	Optional<BigDecimal> number(String name, BigDecimal least, BigDecimal most) {
		return child(name).flatMap((spot) -> spot.number(least, most));
	}

	Optional<BigDecimal> number(BigDecimal least, BigDecimal most) {
		if (!this.node.isNumber()) {
			wrong("number", quoted(this.node.toString()));
			return Optional.empty();
		}
		var number = this.node.decimalValue();
		if (number.compareTo(least) < 0 || number.compareTo(most) > 0 || number.stripTrailingZeros().scale() > FINEST) {
			wrong("range", least.toPlainString(), most.toPlainString(), FINEST);
			return Optional.empty();
		}
		return Optional.of(number);
	}

	/** A short line of text, without anything that cannot be shown. */
	Optional<String> text(String name) {
		return child(name).flatMap(JsonSpot::text);
	}

	Optional<String> text() {
		var text = this.node.isString() ? this.node.asString() : "";
		if (text.isBlank() || text.length() > LONGEST_TEXT || !isPrintable(text)) {
			wrong("text", LONGEST_TEXT);
			return Optional.empty();
		}
		return Optional.of(text);
	}

	private static boolean isPrintable(String text) {
		return text.codePoints()
			.noneMatch((point) -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
	}

	<E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
		return child(name).flatMap((spot) -> spot.constant(type));
	}

	private <E extends Enum<E>> Optional<E> constant(Class<E> type) {
		var constants = type.getEnumConstants();
		var found = Arrays.stream(constants)
			.filter((constant) -> this.node.isString() && constant.name().equals(this.node.asString()))
			.findFirst();
		if (found.isEmpty()) {
			wrong("one-of", quoted(this.node.toString()),
					String.join(", ", Arrays.stream(constants).map(Enum::name).toList()));
		}
		return found;
	}

	static String quoted(String text) {
		var plain = text.replaceAll("[\\p{Cc}\\p{Cs}\"]", "");
		return (plain.length() > QUOTED) ? plain.substring(0, QUOTED) + "…" : plain;
	}

}
