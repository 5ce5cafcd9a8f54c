package org.nuanyang.programme;

/** Aid tier (资助等级), the highest first. */
public enum Tier {

	/** 一级 */
	ONE,
	/** 二级 */
	TWO,
	/** 三级 */
	THREE;

	/** Message key of the tier's name. */
	public String labelKey() {
		return "programme.tier." + name();
	}

}
