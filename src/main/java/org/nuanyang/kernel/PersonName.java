package org.nuanyang.kernel;

import java.io.Serializable;
import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/**
 * A person's name as written: nothing but its spaces is changed, characters outside the
 * basic plane included. Compare names by {@link #matching()}, where the many dots that
 * people type between the parts of a name are one.
 */
public record PersonName(String value) implements Serializable {

	/**
	 * The dots that are typed for U+00B7: bullet, katakana, full-width, hyphenation point
	 * …
	 */
	private static final String DOTS = "·•・．･‧∙⋅●᛫ꞏ˙";

	private static final Pattern DOT = Pattern.compile("[" + DOTS + "]|(?<=\\p{IsHan})\\.(?=\\p{IsHan})");

	private static final Pattern SPACED_DOT = Pattern.compile(" ?· ?");

	/**
	 * @throws RuleViolation if it is empty, too long, or holds what no name holds
	 */
	public PersonName {
		value = spaced(Plain.trimmed(value));
		if (value.isEmpty()) {
			throw new RuleViolation("kernel.name.missing");
		}
		if (value.codePointCount(0, value.length()) > 60) {
			throw new RuleViolation("kernel.name.long");
		}
		if (value.codePoints().anyMatch(PersonName::isPrivate)) {
			throw new RuleViolation("kernel.name.private");
		}
		if (!value.codePoints().allMatch(PersonName::isPartOfName)
				|| value.codePoints().noneMatch(Character::isLetter)) {
			throw new RuleViolation("kernel.name.character");
		}
	}

	/** Names in Chinese characters have no spaces inside (学籍 rule); others keep one. */
	private static String spaced(String name) {
		return (name.codePoints().anyMatch(PersonName::isHan)) ? name.replace(" ", "") : name;
	}

	private static boolean isHan(int character) {
		return UnicodeScript.of(character) == UnicodeScript.HAN;
	}

	/** Characters of a local font: other machines and banks show a box. */
	private static boolean isPrivate(int character) {
		return Character.getType(character) == Character.PRIVATE_USE || character == 0xFFFD;
	}

	private static boolean isPartOfName(int character) {
		return Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK
				|| Character.getType(character) == Character.COMBINING_SPACING_MARK || character == '〇'
				|| character == ' ' || character == '.' || character == '-' || character == '\'' || character == '’'
				|| DOTS.indexOf(character) >= 0;
	}

	/** The same for every way of typing the dots; for comparison and search. */
	public String matching() {
		var dotted = dotted(this.value);
		return (dotted.indexOf('·') < 0) ? dotted : SPACED_DOT.matcher(dotted).replaceAll("·");
	}

	/** With the one dot U+00B7 that banks and their encodings know. */
	public static String dotted(String name) {
		// Most names have none of them.
		return name.chars().anyMatch((character) -> character == '.' || DOTS.indexOf(character) >= 0)
				? DOT.matcher(name).replaceAll("·") : name;
	}

	public boolean matches(PersonName other) {
		return matching().equals(other.matching());
	}

	/** The first character only: for logs, never for pages. */
	@Override
	public String toString() {
		return Character.toString(this.value.codePointAt(0)) + "*";
	}

}
