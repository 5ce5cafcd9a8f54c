package org.nuanyang.objection;

import java.util.regex.Pattern;

/**
 * Words of an objection, of its examination and its answer as pages show them: long
 * numbers, which are mostly those of papers, telephones and cards, lose their middle.
 * What was written stays sealed as it came.
 */
final class Masked {

	private static final int SHOWN = 3;

	/**
	 * Eleven digits and more, also in groups, in full width or spelled out, and the X at
	 * the end of an id number.
	 */
	private static final Pattern NUMBER = Pattern
		.compile("(?<!D)D(?:[ -]?D){9,19}[ -]?(?:D|[Xx])(?!D)".replace("D", "[0-9０-９〇零一二三四五六七八九]"));

	private Masked() {
	}

	static String of(String words) {
		return NUMBER.matcher(words).replaceAll((found) -> {
			var number = found.group();
			return number.substring(0, SHOWN) + "****" + number.substring(number.length() - 2);
		});
	}

}
