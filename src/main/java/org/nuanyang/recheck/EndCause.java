package org.nuanyang.recheck;

/** Why a recognition ends (process.md 1.3, 已终止). */
public enum EndCause {

	/** 转出 */
	TRANSFERRED,
	/** 毕业 */
	GRADUATED,
	/** 休学 */
	ON_LEAVE,
	/** 去世 */
	DIED,
	/** 离校 */
	LEFT,
	/** 家庭好转 */
	BETTER_OFF,
	/** 材料虚假 */
	FALSE_STATEMENT

}
