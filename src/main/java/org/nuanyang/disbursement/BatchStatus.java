package org.nuanyang.disbursement;

/** Life of a payment batch (发放批次). */
public enum BatchStatus {

	/** 已编制，待复核 */
	PREPARED("wait"),
	/** 已复核，待校长审批 */
	CHECKED("wait"),
	/** 已审批，待锁定 */
	APPROVED("wait"),
	/** 已锁定，待出银行文件 */
	LOCKED("warn"),
	/** 银行文件已出，等银行回盘 */
	FILE_ISSUED("info"),
	/** 部分成功 */
	PARTLY_PAID("warn"),
	/** 全部成功 */
	PAID("ok"),
	/** 对账完结 */
	CLOSED("ok"),
	/** 作废 */
	VOID("neutral");

	/** Shown for a prepared list that was sent back to its maker. */
	static final String RETURNED_KEY = "disbursement.status.RETURNED";

	private final String chip;

	BatchStatus(String chip) {
		this.chip = chip;
	}

	public String labelKey() {
		return "disbursement.status." + name();
	}

	/** What is waited for after the lock depends on how the batch is paid. */
	String labelKey(Payout payout) {
		return (this == LOCKED && !payout.isBank()) ? "disbursement.status.LOCKED.by-hand" : labelKey();
	}

	/** Kind of the chip that shows it. */
	public String chip() {
		return this.chip;
	}

	/**
	 * The bank has the list: nothing of it changes any more, the bank's answers are
	 * added.
	 */
	public boolean isSent() {
		return this == FILE_ISSUED || this == PARTLY_PAID || this == PAID || this == CLOSED;
	}

	/** Somebody on it still waits for the money. */
	boolean isUnderWay() {
		return this != PAID && this != CLOSED && this != VOID;
	}

	/** The fund has set the money aside. */
	public boolean isPromised() {
		return this == APPROVED || this == LOCKED || isSent();
	}

}
