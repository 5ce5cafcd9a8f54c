package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form that anybody fills in; only what is objected to must be told.
 *
 * @param line how {@link LineMark} names the line it is about, or empty
 */
record PublicObjectionForm(@Nullable String line, @NotNull(message = "{objection.kind.missing}") @Nullable Kind kind,
		@NotBlank(message = "{objection.words.missing}") @Size(max = 2000,
				message = "{objection.words.long}") @Nullable String words,
		@Size(max = 1000, message = "{objection.evidence.long}") @Nullable String evidence,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String name,
		@Size(max = 60, message = "{objection.short.long}") @Nullable String contact) {

	static final PublicObjectionForm EMPTY = new PublicObjectionForm(null, null, null, null, null, null);

	/** What was written in words of its own, by field. */
	public Map<String, String> parts() {
		var parts = new LinkedHashMap<String, String>();
		put(parts, "words", this.words);
		put(parts, "evidence", this.evidence);
		put(parts, "name", this.name);
		put(parts, "contact", this.contact);
		return parts;
	}

	static void put(Map<String, String> parts, String field, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			parts.put(field, text);
		}
	}

	/** Of a form without errors. */
	Draft draft(long noticeId, @Nullable Integer position, LocalDate today) {
		return new Draft(noticeId, position, Objects.requireNonNull(this.kind), Channel.ONLINE,
				Objects.requireNonNull(this.words).strip(), orNull(this.evidence), today,
				new Reporter(orNull(this.name), orNull(this.contact), null));
	}

	static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
