package org.nuanyang.recheck;

import org.springframework.context.MessageSourceResolvable;

/** Where a re-check stands. */
public enum RecheckStatus implements MessageSourceResolvable {

	/** 已记录: nothing changed, nobody has to confirm */
	RECORDED("ok"),
	/** 待批 */
	PROPOSED("wait"),
	/** 已批准 */
	CONFIRMED("ok"),
	/** 未批准 */
	DECLINED("neutral"),
	/** 已撤回 */
	TAKEN_BACK("neutral"),
	/** 已失效: the pupil left before anybody decided */
	LAPSED("neutral");

	private final String chip;

	RecheckStatus(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "recheck.status." + name() };
	}

}
