package org.nuanyang.kernel;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The 18-character number of a resident id card (GB 11643-1999): six of region, eight of
 * birth date, three of sequence (odd for men), one check character.
 */
public record IdNumber(String value) implements Serializable {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECKS = "10X98765432";

	private static final Pattern OLD = Pattern.compile("\\d{15}");

	private static final Pattern WHOLE = Pattern.compile("\\d{17}[\\dX]");

	private static final String MEANT_X = "×✕✖*";

	/**
	 * Takes what people write (full-width, spaces, x, ×, an apostrophe in front).
	 * @throws RuleViolation saying which rule it breaks: V-ID-1, 2, 3 or 7
	 */
	public IdNumber {
		value = normalised(value);
		if (OLD.matcher(value).matches()) {
			throw new RuleViolation("kernel.id.fifteen");
		}
		if (value.length() != 18) {
			throw new RuleViolation("kernel.id.length", String.valueOf(value.length()));
		}
		if (!WHOLE.matcher(value).matches()) {
			throw new RuleViolation("kernel.id.character");
		}
		birthDateIn(value);
		var expected = checkCharacter(value);
		if (value.charAt(17) != expected) {
			throw new RuleViolation("kernel.id.check", String.valueOf(expected));
		}
	}

	/** Half-width, no spaces, upper case; a final ×, ✕ or * was meant to be X. */
	public static String normalised(String text) {
		var number = Plain.number(text).toUpperCase(Locale.ROOT);
		var last = number.length() - 1;
		return (last >= 0 && MEANT_X.indexOf(number.charAt(last)) >= 0) ? number.substring(0, last) + "X" : number;
	}

	/** The check character that the first 17 digits ask for. */
	public static char checkCharacter(String digits) {
		var sum = 0;
		for (var i = 0; i < WEIGHTS.length; i++) {
			sum += (digits.charAt(i) - '0') * WEIGHTS[i];
		}
		return CHECKS.charAt(sum % 11);
	}

	private static LocalDate birthDateIn(String value) {
		try {
			var date = LocalDate.of(Integer.parseInt(value.substring(6, 10)), Integer.parseInt(value.substring(10, 12)),
					Integer.parseInt(value.substring(12, 14)));
			if (date.getYear() < 1900 || date.getYear() > 2199) {
				throw new RuleViolation("kernel.id.date", value.substring(6, 14));
			}
			return date;
		}
		catch (DateTimeException ex) {
			throw new RuleViolation("kernel.id.date", value.substring(6, 14));
		}
	}

	public LocalDate birthDate() {
		return birthDateIn(this.value);
	}

	public Sex sex() {
		return ((this.value.charAt(16) - '0') % 2 == 1) ? Sex.MALE : Sex.FEMALE;
	}

	/** The code of the county that issued it; abolished codes live on. */
	public String region() {
		return this.value.substring(0, 6);
	}

	/** The first and last four characters. */
	public String masked() {
		return Plain.masked(this.value);
	}

	@Override
	public String toString() {
		return masked();
	}

}
