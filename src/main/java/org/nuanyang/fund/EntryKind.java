package org.nuanyang.fund;

/** What a voucher books. */
public enum EntryKind {

	/** 到账: the bank holds more, the fund has more free. */
	RECEIPT(Account.BANK, Account.FUND),
	/** 批准应付: free money becomes promised. */
	PROMISE(Account.FUND, Account.PAYABLE),
	/** 撤销应付: promised money is free again. */
	RELEASE(Account.PAYABLE, Account.FUND),
	/** 支付: the bank paid what was promised. */
	PAYMENT(Account.PAYABLE, Account.BANK),
	/** 冲销: negative amounts on both sides of the entry that is taken back. */
	REVERSAL(Account.BANK, Account.BANK);

	private final Account debit;

	private final Account credit;

	EntryKind(Account debit, Account credit) {
		this.debit = debit;
		this.credit = credit;
	}

	Account debit() {
		return this.debit;
	}

	Account credit() {
		return this.credit;
	}

	/** Message key of the generated summary: reference, number of pupils. */
	public String summaryKey() {
		return "fund.entry." + name();
	}

}
