package org.nuanyang.objection;

/** How far an objection is. */
public enum ObjectionStatus {

	/** 已登记 */
	REGISTERED("warn"),
	/** 核查中 */
	EXAMINING("info"),
	/** 已有结论，待答复 */
	CONCLUDED("wait"),
	/** 已答复 */
	ANSWERED("ok");

	private final String chip;

	ObjectionStatus(String chip) {
		this.chip = chip;
	}

	/** The kind of chip that shows it. */
	public String chip() {
		return this.chip;
	}

}
