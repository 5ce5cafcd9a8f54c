package org.nuanyang.notice;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The county's settings for notices. */
record NoticePolicyForm(boolean tierShown,
		@NotNull(message = "{notice.policy.days.missing}") @Nullable Integer answerDays) {

}
