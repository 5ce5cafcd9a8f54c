package org.nuanyang.kernel;

import java.io.Serializable;

/** A telephone number in China: a mobile, or a landline with its area code. */
public record Phone(String number) implements Serializable {

	/**
	 * @throws RuleViolation if it is neither
	 */
	public Phone {
		number = Plain.number(number).replaceAll("[()（）]", "").replaceFirst("^(\\+86|0086|86(?=1\\d{10}$))", "");
		if (!number.matches("1[3-9]\\d{9}|0\\d{9,11}|[2-9]\\d{6,7}")) {
			throw new RuleViolation("kernel.phone.invalid");
		}
	}

	public boolean isMobile() {
		return this.number.length() == 11 && this.number.startsWith("1");
	}

	/** The first three and the last four digits. */
	public String masked() {
		return this.number.substring(0, 3) + "****" + this.number.substring(this.number.length() - 4);
	}

	@Override
	public String toString() {
		return masked();
	}

}
