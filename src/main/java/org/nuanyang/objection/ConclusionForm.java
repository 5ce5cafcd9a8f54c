package org.nuanyang.objection;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import static org.nuanyang.objection.PublicObjectionForm.orNull;

/** What the examination came to. */
record ConclusionForm(@NotEmpty(message = "{objection.means.missing}") @Nullable List<Means> means,
		@NotBlank(message = "{objection.finding.missing}") @Size(max = 2000,
				message = "{objection.words.long}") @Nullable String finding,
		@NotNull(message = "{objection.outcome.missing}") @Nullable Outcome outcome, @Nullable Handling handling,
		@Size(max = 200, message = "{objection.task.long}") @Nullable String task) {

	static final ConclusionForm EMPTY = new ConclusionForm(null, null, null, null, null);

	/** What an upheld objection asks for beside; told with everything else. */
	void check(boolean aboutCase, BindingResult errors) {
		if (this.outcome == null) {
			return;
		}
		if (!this.outcome.reopens()) {
			if (this.handling != null && this.handling != Handling.KEEP) {
				errors.rejectValue("handling", "objection.handling.keep");
			}
			return;
		}
		if (this.handling == null) {
			errors.rejectValue("handling", "objection.handling.missing");
		}
		if (aboutCase && orNull(this.task) == null) {
			errors.rejectValue("task", "objection.task.missing");
		}
	}

	/** Of a form without errors. */
	Conclusion conclusion() {
		return new Conclusion(Objects.requireNonNull(this.means), Objects.requireNonNull(this.finding).strip(),
				Objects.requireNonNull(this.outcome), this.handling, orNull(this.task));
	}

}
