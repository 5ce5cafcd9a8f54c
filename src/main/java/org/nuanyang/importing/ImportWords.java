package org.nuanyang.importing;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.nuanyang.workbook.Sheet;

/** Puts findings into the reader's language. */
@Component
class ImportWords {

	private final MessageSource messages;

	ImportWords(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Object... arguments) {
		var text = this.messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
		return (text != null) ? text : key;
	}

	String field(String kind, String key) {
		return (key.isEmpty()) ? "" : text(kind + ".field." + key);
	}

	/** The name of a field in the language of the tables themselves. */
	String heading(String kind, String key) {
		var text = this.messages.getMessage(kind + ".field." + key, null, key, Locale.SIMPLIFIED_CHINESE);
		return (text != null) ? text : key;
	}

	/**
	 * A finding as a table shows it.
	 *
	 * @param place the row as a person finds it
	 * @param column letter and field, as in “C 身份证号”
	 * @param reason what is wrong
	 * @param remedy what to do
	 */
	record Line(int row, String place, String label, String column, String content, String reason, String remedy,
			Severity severity) {

	}

	Line line(String kind, RowReport row, Finding finding) {
		var text = text(finding.key(), finding.arguments().toArray());
		var end = sentenceEnd(text);
		var letter = (finding.column() >= 0) ? Sheet.columnName(finding.column()) + " " : "";
		return new Line(row.number(), row.place(), row.label(), letter + field(kind, finding.field()),
				finding.content(), text.substring(0, end).strip(), text.substring(end).strip(), finding.severity());
	}

	/** What a kind of finding is about, without the row it is about. */
	String kindOfFinding(String key) {
		var text = text(key, "…", "…", "…");
		return text.substring(0, sentenceEnd(text)).replaceFirst("[。.]$", "");
	}

	/** Messages are two sentences, what happened and what to do. */
	private static int sentenceEnd(String text) {
		var chinese = text.indexOf('。');
		var english = text.indexOf(". ");
		var end = (chinese >= 0) ? chinese : english;
		return (end >= 0) ? end + 1 : text.length();
	}

	/**
	 * A change as a table shows it; both values are empty if only the field is told.
	 */
	record Change(String field, String before, String after) {

	}

	List<Change> changes(String kind, RowReport row) {
		return row.changes().stream().map((change) -> change(kind, change)).toList();
	}

	private Change change(String kind, Difference change) {
		var field = field(kind, change.field());
		if (!change.isTold()) {
			return new Change(field, "", "");
		}
		return change.coded() ? new Change(field, text(change.before()), text(change.after()))
				: new Change(field, change.before(), change.after());
	}

}
