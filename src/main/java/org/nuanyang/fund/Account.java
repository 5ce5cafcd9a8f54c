package org.nuanyang.fund;

/** The accounts of a fund. */
enum Account {

	/** 专户存款: what the bank holds. */
	BANK,
	/** 资助资金: what is free. */
	FUND,
	/** 应付资助款: what is promised and not yet paid. */
	PAYABLE

}
