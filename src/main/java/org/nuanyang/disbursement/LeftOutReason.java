package org.nuanyang.disbursement;

/** Why an awarded pupil is not on a payment list. */
public enum LeftOutReason {

	/** 没有已复核的收款账户 */
	NO_ACCOUNT,
	/** 银行退回的账户还没有更正 */
	ACCOUNT_NOT_MENDED,
	/** 不在校 */
	NOT_ENROLLED,
	/** 资助资格现在不能发放; which way, the detail says */
	NOT_PAYABLE,
	/** 银行对这一行的回复前后不一 */
	IN_DOUBT,
	/** 已在另一个未完成的批次 */
	IN_ANOTHER_BATCH,
	/** 同一项目同一学期已发放，可能在他校 */
	CLAIMED;

	public String labelKey() {
		return "disbursement.left-out." + name();
	}

}
