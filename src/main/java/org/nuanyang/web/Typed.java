package org.nuanyang.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The words among what was posted: a page that is drawn anew may have no field for them,
 * and nobody should have to think of them twice.
 */
final class Typed {

	/** Ticks, constants, numbers, days and what a form sends by itself. */
	private static final Pattern CHOSEN = Pattern
		.compile("[A-Z][A-Z0-9_]*|true|false|on|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[^\\p{L}]*");

	/**
	 * What pages carry along unseen: which record, in which state it was read, back
	 * where. A test holds them against the hidden fields of all templates.
	 */
	private static final Set<String> CARRIED = Set.of("_csrf", "action", "application", "countyId", "districtId",
			"field", "from", "fund", "key", "month", "ownerId", "ownerType", "path", "payout", "position", "programme",
			"round", "route", "schoolClass", "security", "seen", "slot", "submission", "term", "text", "to", "type",
			"version", "view", "who", "year");

	private static final int MOST = 30;

	private Typed() {
	}

	static List<String> in(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((parameter) -> isTold(parameter.getKey()))
			.flatMap((parameter) -> Arrays.stream(parameter.getValue()))
			.map(String::strip)
			.filter((text) -> !CHOSEN.matcher(text).matches())
			.distinct()
			.limit(MOST)
			.toList();
	}

	/** A field of a row is called as the field is: {@code opinions[0].application}. */
	static boolean isTold(String name) {
		var field = name.substring(name.lastIndexOf('.') + 1);
		return !CARRIED.contains(field) && !field.toLowerCase(Locale.ROOT).contains("password");
	}

}
