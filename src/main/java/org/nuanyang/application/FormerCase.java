package org.nuanyang.application;

/**
 * A pupil's last case of the round that came to its end.
 *
 * @param number the 申请编号 as pages show it
 */
record FormerCase(long id, long enrolmentId, String number, ApplicationStatus status) {

	/** To apply again after that needs a reason; after a withdrawal it does not. */
	public boolean needsReason() {
		return this.status != ApplicationStatus.WITHDRAWN;
	}

}
