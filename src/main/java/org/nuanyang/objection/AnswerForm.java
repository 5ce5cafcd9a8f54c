package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/** The answer that was given. */
record AnswerForm(@NotNull(message = "{objection.answer.channel.missing}") @Nullable Channel channel,
		@NotBlank(message = "{objection.answer.missing}") @Size(max = 1000,
				message = "{objection.evidence.long}") @Nullable String answer,
		@NotNull(message = "{objection.answeredOn.missing}") @Nullable LocalDate answeredOn,
		@NotNull(message = "{objection.satisfaction.missing}") @Nullable Satisfaction satisfaction) {

	static AnswerForm on(LocalDate today) {
		return new AnswerForm(null, null, today, null);
	}

	/** An answer is given after the objection, and not in the days to come. */
	void check(LocalDate receivedOn, LocalDate today, BindingResult errors) {
		if (this.answeredOn != null && this.answeredOn.isAfter(today)) {
			errors.rejectValue("answeredOn", "objection.answeredOn.future");
		}
		if (this.answeredOn != null && this.answeredOn.isBefore(receivedOn)) {
			errors.rejectValue("answeredOn", "objection.answeredOn.early");
		}
	}

	/** Of a form without errors. */
	Answer toAnswer() {
		return new Answer(Objects.requireNonNull(this.channel), Objects.requireNonNull(this.answeredOn),
				Objects.requireNonNull(this.answer).strip(), Objects.requireNonNull(this.satisfaction), false);
	}

}
