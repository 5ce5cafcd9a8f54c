package org.nuanyang.award;

/** What has become of the money of one term. */
public enum TermState {

	/** 未发放: it may still change */
	OPEN,
	/** 已列入锁定的名册 */
	LOCKED,
	/** 已到账 */
	PAID,
	/** 未到账，待补发: refused by the bank, or paid and given back by it */
	RETURNED,
	/** 已追回: paid, and taken back from the family; never paid again */
	RECOVERED,
	/** 不再补发: failed, and given up */
	WAIVED;

	/** Whether nobody waits for this money any more. */
	public boolean isDone() {
		return this == PAID || this == RECOVERED || this == WAIVED;
	}

}
