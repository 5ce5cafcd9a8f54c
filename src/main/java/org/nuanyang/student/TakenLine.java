package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The end of every workbook with pupils' names: who took it, when and what for (privacy
 * rule S7).
 */
@Component
public class TakenLine {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final MessageSource messages;

	private final Clock clock;

	TakenLine(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** Two rows: an empty one, and the line. */
	public List<List<@Nullable Object>> rows(Actor actor, PurposeForm why) {
		return List.of(List.of(), List.of(text(actor, why)));
	}

	/** As {@link #rows(Actor, PurposeForm)}, with a purpose of another list. */
	public List<List<@Nullable Object>> rows(Actor actor, String purpose, Locale locale) {
		return List.of(List.of(), List.of(text(actor, purpose, "", locale)));
	}

	public String text(Actor actor, PurposeForm why) {
		var locale = LocaleContextHolder.getLocale();
		return text(actor, this.messages.getMessage("student.purpose." + why.purpose(), null, locale), why.words(),
				locale);
	}

	private String text(Actor actor, String purpose, String note, Locale locale) {
		return this.messages.getMessage("student.export.taken", new Object[] { actor.name(),
				LocalDateTime.now(this.clock).format(MINUTE), purpose, note.isEmpty() ? 0 : 1, note }, locale);
	}

}
