package org.nuanyang.household;

/**
 * The health column of the form, which also says why a listed parent does not live with
 * the family.
 */
public enum MemberHealth {

	/** 健康 */
	HEALTHY(true),
	/** 小病(轻残) */
	MINOR(true),
	/** 大病(重残) */
	SEVERE(true),
	/** 已故 */
	DECEASED(false),
	/** 失踪 */
	MISSING(false),
	/** 离异, lives apart */
	DIVORCED(false);

	private final boolean present;

	MemberHealth(boolean present) {
		this.present = present;
	}

	boolean present() {
		return this.present;
	}

	public String labelKey() {
		return "household.health." + name();
	}

}
