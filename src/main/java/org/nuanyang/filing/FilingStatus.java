package org.nuanyang.filing;

/** What has become of a list sent; read from the centre's answer, never stored. */
public enum FilingStatus {

	/** 已报送，待接收 */
	SENT("wait"),
	/** 已备案 */
	ACCEPTED("ok"),
	/** 已退回 */
	RETURNED("warn");

	private final String chip;

	FilingStatus(String chip) {
		this.chip = chip;
	}

	/** The kind of chip that shows it. */
	public String chip() {
		return this.chip;
	}

}
