package org.nuanyang.objection;

import java.time.LocalDate;
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
		@Size(max = 200, message = "{objection.task.long}") @Nullable String task,
		@Size(max = 1000, message = "{objection.evidence.long}") @Nullable String measure,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String measureBy, @Nullable LocalDate measureDue,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String pupil, @Nullable Boolean anew) {

	static final ConclusionForm EMPTY = new ConclusionForm(null, null, null, null, null, null, null, null, null, null);

	/** What an upheld objection asks for beside; told with everything else. */
	void check(ObjectionRow objection, LocalDate today, BindingResult errors) {
		if (this.outcome == null) {
			return;
		}
		if (objection.applicationId() == null) {
			checkMeasure(objection.kind(), today, errors);
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
		if (this.handling == Handling.KEEP && this.outcome == Outcome.UPHELD) {
			errors.rejectValue("handling", "objection.handling.upheld");
		}
		missing(this.task, "task", errors);
	}

	private void checkMeasure(Kind kind, LocalDate today, BindingResult errors) {
		if (this.outcome != null && !this.outcome.reopens()) {
			if (orNull(this.measure) != null || orNull(this.pupil) != null || Boolean.TRUE.equals(this.anew)) {
				errors.rejectValue("measure", "objection.measure.idle");
			}
			return;
		}
		missing(this.measure, "measure", errors);
		missing(this.measureBy, "measureBy", errors);
		if (this.measureDue == null) {
			errors.rejectValue("measureDue", "objection.measureDue.missing");
		}
		else if (this.measureDue.isBefore(today)) {
			errors.rejectValue("measureDue", "objection.measureDue.past");
		}
		if (kind == Kind.MISSED) {
			missing(this.pupil, "pupil", errors);
		}
		else if (this.anew == null) {
			errors.rejectValue("anew", "objection.anew.missing");
		}
	}

	private static void missing(@Nullable String text, String field, BindingResult errors) {
		if (orNull(text) == null) {
			errors.rejectValue(field, "objection." + field + ".missing");
		}
	}

	/** Of a form without errors. */
	Conclusion conclusion() {
		return new Conclusion(Objects.requireNonNull(this.means), Objects.requireNonNull(this.finding).strip(),
				Objects.requireNonNull(this.outcome), this.handling, orNull(this.task), toMeasure());
	}

	private @Nullable Measure toMeasure() {
		var words = orNull(this.measure);
		var by = orNull(this.measureBy);
		return (words != null && by != null && this.measureDue != null)
				? new Measure(words, by, this.measureDue, orNull(this.pupil), Boolean.TRUE.equals(this.anew)) : null;
	}

}
