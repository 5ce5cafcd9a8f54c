package org.nuanyang.student;

/** Where a pupil stands at this school. */
public enum EnrolmentStatus {

	/** 在校 */
	ENROLLED,
	/** 休学 */
	ON_LEAVE,
	/** 转出 */
	TRANSFERRED_OUT,
	/** 毕业 */
	GRADUATED,
	/** 离校 */
	LEFT;

	/** The enrolment has not ended: at the school, or on leave from it. */
	public boolean isLive() {
		return this == ENROLLED || this == ON_LEAVE;
	}

}
