package org.nuanyang.disbursement;

/** Why somebody who was paid before is not on a list. */
public enum GoneReason {

	/** 在本学期的另一个批次 */
	IN_ANOTHER_BATCH,
	/** 在本批未列入名单中，原因见名单 */
	LEFT_OUT,
	/** 已不在校 */
	NOT_ENROLLED,
	/** 本学期没有待发的资助 */
	NO_AWARD;

	public String labelKey() {
		return "disbursement.gone." + name();
	}

}
