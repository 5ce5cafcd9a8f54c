package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import static org.nuanyang.objection.PublicObjectionForm.orNull;
import static org.nuanyang.objection.PublicObjectionForm.put;

/** An objection that staff enter: by visit, telephone, letter or mail. */
record ObjectionForm(@NotNull(message = "{objection.channel.missing}") @Nullable Channel channel,
		@NotNull(message = "{objection.received.missing}") @Nullable LocalDate receivedOn, @Nullable Integer line,
		@NotNull(message = "{objection.kind.missing}") @Nullable Kind kind,
		@NotBlank(message = "{objection.words.missing}") @Size(max = 2000,
				message = "{objection.words.long}") @Nullable String words,
		@Size(max = 1000, message = "{objection.evidence.long}") @Nullable String evidence,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String name,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String contact,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String relation) {

	static ObjectionForm on(LocalDate today) {
		return new ObjectionForm(null, today, null, null, null, null, null, null, null);
	}

	/** What was written in words of its own, by what the page calls it. */
	public Map<String, String> parts() {
		var parts = new LinkedHashMap<String, String>();
		put(parts, "words", this.words);
		put(parts, "evidence", this.evidence);
		put(parts, "reporter", this.name);
		put(parts, "phone", this.contact);
		put(parts, "relation", this.relation);
		return parts;
	}

	/** Of a form without errors. */
	Draft draft(long noticeId) {
		return new Draft(noticeId, this.line, Objects.requireNonNull(this.kind), Objects.requireNonNull(this.channel),
				Objects.requireNonNull(this.words).strip(), orNull(this.evidence),
				Objects.requireNonNull(this.receivedOn),
				new Reporter(orNull(this.name), orNull(this.contact), orNull(this.relation)));
	}

}
