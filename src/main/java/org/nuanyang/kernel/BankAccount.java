package org.nuanyang.kernel;

import java.io.Serializable;

/**
 * The number of a bank card, of the bank account on a social-security card, or of a
 * passbook.
 */
public record BankAccount(String number) implements Serializable {

	/** data-exchange.md 5.5 */
	private static final int SHORTEST_CARD = 16;

	private static final int LONGEST_CARD = 19;

	private static final int SHORTEST = 12;

	private static final int LONGEST = 25;

	/**
	 * @throws RuleViolation if it is not 12 to 25 digits
	 */
	public BankAccount {
		number = Plain.number(number);
		if (!number.matches("\\d+")) {
			throw new RuleViolation("kernel.account.character");
		}
		if (number.length() < SHORTEST || number.length() > LONGEST) {
			throw new RuleViolation("kernel.account.length", String.valueOf(number.length()), String.valueOf(SHORTEST),
					String.valueOf(LONGEST));
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

	/**
	 * Whether it is as long as a card; passbooks and other accounts are shorter or
	 * longer.
	 */
	public boolean isCardLong() {
		return this.number.length() >= SHORTEST_CARD && this.number.length() <= LONGEST_CARD;
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
