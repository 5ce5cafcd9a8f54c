package org.nuanyang.award;

/** What has become of the money of one term. */
public enum TermState {

	/** 未发放: it may still change */
	OPEN,
	/** 已列入锁定的名册 */
	LOCKED,
	/** 已到账 */
	PAID

}
