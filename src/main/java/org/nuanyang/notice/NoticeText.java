package org.nuanyang.notice;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of a notice: fixed ones of the program with figures in them, always Chinese,
 * whoever reads. Nobody types into them, so nothing private can be typed there.
 */
@Component
class NoticeText {

	private final MessageSource messages;

	NoticeText(MessageSource messages) {
		this.messages = messages;
	}

	String title(SchoolYear year, boolean supplementary) {
		return word(supplementary ? "notice.text.title.again" : "notice.text.title", year.label());
	}

	String body(int people, boolean supplementary) {
		return word(supplementary ? "notice.text.body.again" : "notice.text.body", String.valueOf(people));
	}

	/** The whole notice as plain text: what is kept as evidence and hashed. */
	String whole(Notice notice, List<NoticeRow> rows) {
		var dates = notice.dates();
		var contact = notice.contact();
		var head = word("notice.text.head", Objects.requireNonNull(notice.docNumber()), notice.schoolName(),
				notice.title(), Objects.requireNonNull(notice.body()), dates.opensOn(), dates.closesOn(),
				String.valueOf(dates.workingDays()), contact.office(), contact.name(), contact.phone(),
				orDash(contact.mail()), orDash(contact.letterBox()));
		return rows.stream().map(this::line).collect(Collectors.joining("\n", head + "\n", "\n"));
	}

	private String line(NoticeRow row) {
		var line = row.number() + "\t" + row.name() + "\t" + row.gradeName() + "\t" + row.className();
		return (row.tier() != null) ? line + "\t" + word(row.tier().labelKey()) : line;
	}

	private static String orDash(@Nullable String text) {
		return (text != null) ? text : "—";
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

}
