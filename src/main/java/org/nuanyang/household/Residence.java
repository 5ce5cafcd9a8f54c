package org.nuanyang.household;

/** 户口性质. */
public enum Residence {

	/** 城镇 */
	URBAN,
	/** 农村 */
	RURAL;

	public String labelKey() {
		return "household.residence." + name();
	}

}
