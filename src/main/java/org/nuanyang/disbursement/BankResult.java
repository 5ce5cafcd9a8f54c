package org.nuanyang.disbursement;

/** What a bank's code means, with the advice that goes with it. */
public enum BankResult {

	PAID, PROCESSING, NO_SUCH_ACCOUNT, NAME_MISMATCH, WRONG_NUMBER, NOT_ACTIVE, FROZEN, CLOSED_ACCOUNT, LIMIT, OTHER,
	/** 没有签收: cash or goods that nobody signed for. */
	NOT_SIGNED,
	/** 退汇: paid, and sent back by the bank. */
	RETURNED,
	/** 追回: paid on a false claim, and recovered. */
	RECOVERED;

	public boolean isPaid() {
		return this == PAID;
	}

	public boolean isPending() {
		return this == PROCESSING;
	}

	public boolean isFailed() {
		return !isPaid() && !isPending() && this != RECOVERED;
	}

	/** Paying the same account again would fail again. */
	public boolean needsNewAccount() {
		return this == NO_SUCH_ACCOUNT || this == NAME_MISMATCH || this == WRONG_NUMBER || this == CLOSED_ACCOUNT;
	}

	public String labelKey() {
		return "disbursement.result." + name();
	}

	/** Message key: what to do about it. */
	public String adviceKey() {
		return "disbursement.advice." + name();
	}

}
