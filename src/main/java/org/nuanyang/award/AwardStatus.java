package org.nuanyang.award;

import org.springframework.context.MessageSourceResolvable;

/** Where an award stands. */
public enum AwardStatus implements MessageSourceResolvable {

	/** 享受中 */
	ACTIVE("ok"),
	/** 停发 */
	STOPPED("warn"),
	/** 转出终止: the pupil went to another school */
	TRANSFERRED("neutral"),
	/** 已终止 */
	ENDED("neutral");

	private final String chip;

	AwardStatus(String chip) {
		this.chip = chip;
	}

	/** The kind of chip that shows it. */
	public String chip() {
		return this.chip;
	}

	/** It may still pay something one day. */
	public boolean isLive() {
		return this == ACTIVE || this == STOPPED;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "award.status." + name() };
	}

}
