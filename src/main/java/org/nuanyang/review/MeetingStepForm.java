package org.nuanyang.review;

import org.jspecify.annotations.Nullable;

/** The version of the meeting that the person saw, and what they say to it. */
record MeetingStepForm(int version, @Nullable String reason, @Nullable Boolean checked) {

	String said() {
		return (this.reason != null) ? this.reason : "";
	}

	boolean isChecked() {
		return Boolean.TRUE.equals(this.checked);
	}

}
