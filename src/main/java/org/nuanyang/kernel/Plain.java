package org.nuanyang.kernel;

import java.text.Normalizer;

/**
 * Text as people paste it, made plain: full-width letters and digits become half-width,
 * invisible characters and every kind of space around it go away.
 */
public final class Plain {

	private Plain() {
	}

	/**
	 * Half-width, without leading or trailing space, apostrophe or invisible character;
	 * spaces inside stay, as one.
	 */
	public static String text(String text) {
		var halfWidth = Normalizer.normalize(text, Normalizer.Form.NFKC);
		return trimmed(halfWidth);
	}

	/**
	 * As {@link #text} but without folding characters: for names and addresses, whose
	 * characters must stay what was written.
	 */
	public static String trimmed(String text) {
		var spaces = text.replaceAll("[\\p{Cc}\\p{Z}\\s]+", " ");
		var visible = spaces.replaceAll("\\p{Cf}+", "");
		return visible.strip().replaceFirst("^['’`]+", "").strip();
	}

	/** For numbers: as {@link #text}, without any space or hyphen inside. */
	public static String number(String text) {
		return text(text).replaceAll("[\\s\\-‐‑–—]+", "");
	}

	/** The first and the last four characters, ten asterisks between them. */
	public static String masked(String text) {
		return (text.length() <= 8) ? "*".repeat(text.length())
				: text.substring(0, 4) + "**********" + text.substring(text.length() - 4);
	}

}
