package org.nuanyang.review;

import org.jspecify.annotations.Nullable;

/**
 * The version of the meeting that the person saw, and what they say to it.
 *
 * @param seen the outcomes they saw, where they sign them; see {@link Shown}
 */
record MeetingStepForm(int version, @Nullable String reason, @Nullable Boolean checked, @Nullable String seen) {

	String said() {
		return (this.reason != null) ? this.reason : "";
	}

	boolean isChecked() {
		return Boolean.TRUE.equals(this.checked);
	}

}
