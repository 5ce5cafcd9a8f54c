package org.nuanyang.notice;

/** Where a public notice stands; EXPIRED is never stored but read off the clock. */
public enum NoticeStatus {

	/** 拟稿 */
	DRAFT("neutral"),
	/** 已通过隐私检查 */
	CHECKED("info"),
	/** 待批 */
	AWAITING_APPROVAL("wait"),
	/** 已批准，公示中或待公示 */
	PUBLISHED("info"),
	/** 已到期撤下 */
	EXPIRED("ok"),
	/** 提前撤下 */
	WITHDRAWN("neutral"),
	/** 已归档 */
	ARCHIVED("neutral");

	private final String chip;

	NoticeStatus(String chip) {
		this.chip = chip;
	}

	/** Not yet published: at most one such notice per round. */
	public boolean inTheMaking() {
		return this == DRAFT || this == CHECKED || this == AWAITING_APPROVAL;
	}

	/** The kind of chip that shows it. */
	public String chip() {
		return this.chip;
	}

}
