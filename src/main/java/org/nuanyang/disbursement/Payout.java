package org.nuanyang.disbursement;

/** How a batch reaches the pupils (发放方式). */
public enum Payout {

	BANK,
	/** 现金 */
	CASH,
	/** 实物 */
	GOODS;

	public boolean isBank() {
		return this == BANK;
	}

	public String labelKey() {
		return "disbursement.payout." + name();
	}

}
