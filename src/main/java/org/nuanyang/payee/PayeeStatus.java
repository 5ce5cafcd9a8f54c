package org.nuanyang.payee;

/** Life of a bank account entered for a pupil. */
public enum PayeeStatus {

	/** 待第二人复核 */
	PENDING,
	/** 已确认: the one in force */
	CONFIRMED,
	/** 未通过复核 */
	REFUSED,
	/** 已被新账户取代 */
	REPLACED,
	/** 录入人撤回 */
	WITHDRAWN;

	public String labelKey() {
		return "payee.status." + name();
	}

}
