package org.nuanyang.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A telephone number in China: a mobile, or a landline with its area code. */
public record Phone(String number) implements Serializable {

	private static final Pattern BRACKETS = Pattern.compile("[()（）]");

	private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1\\d{10}$))");

	private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|[2-9]\\d{6,7}");

	/**
	 * @throws RuleViolation if it is neither
	 */
	public Phone {
		var bare = BRACKETS.matcher(Plain.number(number)).replaceAll("");
		number = COUNTRY.matcher(bare).replaceFirst("");
		if (!NUMBER.matcher(number).matches()) {
			throw new RuleViolation("kernel.phone.invalid");
		}
	}

	public boolean isMobile() {
		return this.number.length() == 11 && this.number.startsWith("1");
	}

	/**
	 * The first three and the last four digits; of a landline, which is shorter, the last
	 * two.
	 */
	public String masked() {
		return isMobile() ? this.number.substring(0, 3) + "****" + this.number.substring(7)
				: "****" + this.number.substring(this.number.length() - 2);
	}

	@Override
	public String toString() {
		return masked();
	}

}
