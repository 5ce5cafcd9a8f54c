package org.nuanyang.disbursement;

import java.util.EnumSet;
import java.util.Set;

/** Why a file of payments is downloaded. */
public enum FilePurpose {

	/** 送交银行 */
	TO_BANK,
	/** 通知家长更正账户 */
	MEND,
	/** 核对账目 */
	RECONCILE,
	/** 接受审计检查 */
	INSPECTION;

	/** For a bank file, with every account number in full. */
	public static Set<FilePurpose> forBankFiles() {
		return EnumSet.of(TO_BANK, RECONCILE, INSPECTION);
	}

	/** For the list of rows that failed. */
	public static Set<FilePurpose> forFailedRows() {
		return EnumSet.of(MEND, RECONCILE, INSPECTION);
	}

	public String labelKey() {
		return "disbursement.purpose." + name();
	}

}
