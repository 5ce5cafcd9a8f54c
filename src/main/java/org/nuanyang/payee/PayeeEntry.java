package org.nuanyang.payee;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.BankAccount;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.RuleViolation;

/**
 * An account as somebody enters it.
 *
 * @param holder the name as the bank has it
 * @param bankName bank and branch in full
 * @param evidence the paper it was copied from
 * @param authorisation the paper by which a holder who is no guardian may receive, or
 * null
 */
public record PayeeEntry(String holder, PayeeRelation relation, String bankName, BankAccount account, String evidence,
		@Nullable String authorisation) {

	/**
	 * A social-security card carries three numbers; the one that is the id number takes
	 * no money (data-exchange.md 5.5).
	 */
	public PayeeEntry {
		if (isIdNumber(account.number())) {
			throw RuleViolation.on("account", "payee.account.id-number");
		}
	}

	public PayeeEntry(String holder, PayeeRelation relation, String bankName, BankAccount account, String evidence) {
		this(holder, relation, bankName, account, evidence, null);
	}

	static boolean isIdNumber(String number) {
		try {
			return number.length() == 18 && new IdNumber(number).value().equals(number);
		}
		catch (RuleViolation ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "PayeeEntry[" + this.account + "]";
	}

}
