package org.nuanyang.visit;

/** Whether what was seen agrees with what the family declared. */
public enum Agreement {

	/** 一致 */
	YES,
	/** 部分一致 */
	PARTLY,
	/** 不一致 */
	NO;

	public String labelKey() {
		return "visit.agreement." + name();
	}

}
