package org.nuanyang.disbursement;

/** Why a line of a bank return was not taken. */
public enum ReturnProblem {

	/** 不是本批次 */
	OTHER_BATCH,
	/** 名册里没有这一行 */
	UNKNOWN_ROW,
	/** 金额与名册不符 */
	AMOUNT,
	/** 结果码没有登记 */
	UNKNOWN_CODE,
	/** 同一文件里重复，结果不同 */
	TWICE,
	/** 与已记录的结果相反 */
	CONTRADICTS,
	/** 已提出追回 */
	DEMANDED,
	/** 在首行或末行的位置，却像名册里的一行 */
	SKIPPED,
	/** 读不出来 */
	UNREADABLE;

	/**
	 * The bank says something about this batch that does not fit: closing waits until it
	 * is cleared up.
	 */
	boolean isDoubt() {
		return this != OTHER_BATCH && this != UNREADABLE && this != DEMANDED;
	}

	public String labelKey() {
		return "disbursement.problem." + name();
	}

}
