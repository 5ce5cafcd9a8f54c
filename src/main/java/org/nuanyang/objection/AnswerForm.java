package org.nuanyang.objection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The answer that was given. */
record AnswerForm(@NotNull(message = "{objection.answer.channel.missing}") @Nullable Channel channel,
		@NotBlank(message = "{objection.answer.missing}") @Size(max = 1000,
				message = "{objection.evidence.long}") @Nullable String answer) {

	static final AnswerForm EMPTY = new AnswerForm(null, null);

}
