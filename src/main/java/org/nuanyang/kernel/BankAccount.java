package org.nuanyang.kernel;

import java.io.Serializable;

/**
 * The number of a bank card, of the bank account on a social-security card, or of a
 * passbook.
 */
public record BankAccount(String number) implements Serializable {

	/**
	 * @throws RuleViolation if it is not 12 to 25 digits
	 */
	public BankAccount {
		number = Plain.number(number);
		if (!number.matches("\\d+")) {
			throw new RuleViolation("kernel.account.character");
		}
		if (number.length() < 12 || number.length() > 25) {
			throw new RuleViolation("kernel.account.length", String.valueOf(number.length()));
		}
	}

	/**
	 * Cards end with a Luhn check digit; passbook accounts need not, so a failure asks
	 * for a second look and refuses nothing.
	 */
	public boolean luhnValid() {
		var sum = 0;
		for (var i = 0; i < this.number.length(); i++) {
			var digit = this.number.charAt(this.number.length() - 1 - i) - '0';
			var doubled = (i % 2 == 1) ? digit * 2 : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

	/** People copy the social-security number (the id number) from the same card. */
	public boolean isIdNumber(IdNumber id) {
		return this.number.equals(id.value());
	}

	public String tail() {
		return this.number.substring(this.number.length() - 4);
	}

	public String masked() {
		return Plain.masked(this.number);
	}

	@Override
	public String toString() {
		return masked();
	}

}
