package org.nuanyang.award;

import org.springframework.context.MessageSourceResolvable;

/**
 * Why an award may not be paid now (money.md 6.2, “Changes inside a semester”). It is its
 * own message, so that a list of payments can say it for each row.
 */
public enum Hindrance implements MessageSourceResolvable {

	/** 去世 */
	DIED,
	/** 休学 */
	ON_LEAVE,
	/** 转出 */
	TRANSFERRED_OUT,
	/** 毕业 */
	GRADUATED,
	/** 离校 */
	LEFT,
	/** 资格已终止: lost entitlement, or the award went with the pupil */
	ENDED,
	/** 停发 */
	STOPPED,
	/** 寄宿情况已变，未核对 */
	BOARDING_CHANGED,
	/** 寄宿情况已变，金额调整等校长确认 */
	BOARDING_WAITS,
	/** 金额与名册不一致: adjusted since the list was made */
	AMOUNT_CHANGED;

	/** The pupil does not come back: the award is to be ended, not paused. */
	public boolean isFinal() {
		return this == DIED || this == TRANSFERRED_OUT || this == GRADUATED || this == LEFT;
	}

	public String labelKey() {
		return "award.hindrance." + name();
	}

	@Override
	public String[] getCodes() {
		return new String[] { labelKey() };
	}

}
