package org.nuanyang.disbursement;

/** Why a bank file, with every account number in full, is downloaded. */
public enum FilePurpose {

	/** 送交银行 */
	TO_BANK,
	/** 核对账目 */
	RECONCILE,
	/** 接受审计检查 */
	INSPECTION;

	public String labelKey() {
		return "disbursement.purpose." + name();
	}

}
