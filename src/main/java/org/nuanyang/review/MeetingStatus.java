package org.nuanyang.review;

import org.springframework.context.MessageSourceResolvable;

/** How far a committee meeting has come. */
public enum MeetingStatus implements MessageSourceResolvable {

	/** 进行中 */
	OPEN("info"),
	/** 待校长确认 */
	AWAITING_CONFIRMATION("wait"),
	/** 已确认 */
	CONFIRMED("ok"),
	/** 已取消 */
	CANCELLED("neutral");

	private final String chip;

	MeetingStatus(String chip) {
		this.chip = chip;
	}

	public String chip() {
		return this.chip;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "review.meeting.status." + name() };
	}

}
