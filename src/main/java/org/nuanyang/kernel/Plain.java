package org.nuanyang.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as people paste it, made plain: full-width letters and digits become half-width,
 * invisible characters and every kind of space around it go away.
 */
public final class Plain {

	private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

	private static final Pattern APOSTROPHES = Pattern.compile("^['’`]+");

	private static final Pattern IN_NUMBERS = Pattern.compile("[\\s\\-‐‑–—]+");

	private Plain() {
	}

	/**
	 * Half-width, without leading or trailing space, apostrophe or invisible character;
	 * spaces inside stay, as one.
	 */
	public static String text(String text) {
		return (isPlain(text)) ? text : trimmed(Normalizer.normalize(text, Normalizer.Form.NFKC));
	}

	/**
	 * As {@link #text} but without folding characters: for names and addresses, whose
	 * characters must stay what was written.
	 */
	public static String trimmed(String text) {
		if (isPlain(text)) {
			return text;
		}
		var spaces = SPACES.matcher(text).replaceAll(" ");
		var visible = INVISIBLE.matcher(spaces).replaceAll("");
		return APOSTROPHES.matcher(visible.strip()).replaceFirst("").strip();
	}

	/** Most cells of a table are digits, Latin letters or Chinese characters alone. */
	private static boolean isPlain(String text) {
		for (var i = 0; i < text.length(); i++) {
			var character = text.charAt(i);
			var isPlain = (character > ' ' && character < 0x7F && character != '\'' && character != '`')
					|| (character >= 0x4E00 && character <= 0x9FFF);
			if (!isPlain) {
				return false;
			}
		}
		return true;
	}

	/** For numbers: as {@link #text}, without any space or hyphen inside. */
	public static String number(String text) {
		var plain = text(text);
		return (isBare(plain)) ? plain : IN_NUMBERS.matcher(plain).replaceAll("");
	}

	private static boolean isBare(String text) {
		for (var i = 0; i < text.length(); i++) {
			var character = text.charAt(i);
			if ((character < '0' || character > '9') && (character < 'A' || character > 'Z')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The first and the last four characters, ten asterisks between them; of a shorter
	 * number, such as a passport's or a passbook's, two and two, or none. More than half
	 * is never shown.
	 */
	public static String masked(String text) {
		if (text.length() <= 8) {
			return "*".repeat(text.length());
		}
		var shown = (text.length() < 16) ? 2 : 4;
		return text.substring(0, shown) + "**********" + text.substring(text.length() - shown);
	}

}
