package org.nuanyang.filing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;
import org.nuanyang.workbook.Workbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the centre's reasons from the workbook of a filing: a row is known by its number
 * and its name together, so that a sheet sorted anew or of another school is not taken
 * for this one.
 */
@Component
class AnnotatedFiling {

	private static final int TITLES_WITHIN = 10;

	private final MessageSource messages;

	AnnotatedFiling(MessageSource messages) {
		this.messages = messages;
	}

	/** The reasons by position. */
	Map<Integer, String> reasons(byte[] file, FiledList list) {
		var sheet = Workbook.read(file).sheets().stream().filter((one) -> !one.isBlank()).findFirst().orElseThrow();
		var titles = titles(sheet);
		var reasons = new TreeMap<Integer, String>();
		for (var row : sheet.rows()) {
			var reason = row.cell(titles.reason()).text().strip();
			if (row.number() > titles.row() && !reason.isEmpty()) {
				reasons.put(position(row, titles, list), reason);
			}
		}
		if (reasons.isEmpty()) {
			throw RuleViolation.on("file", "filing.annotated.none");
		}
		return reasons;
	}

	private int position(SheetRow row, Titles titles, FiledList list) {
		var position = row.cell(titles.position()).text().strip();
		var name = Plain.text(row.cell(titles.name()).text());
		return list.rows()
			.stream()
			.filter((one) -> String.valueOf(one.position()).equals(position) && Plain.text(one.name()).equals(name))
			.findFirst()
			.orElseThrow(() -> RuleViolation.on("file", "filing.annotated.row", String.valueOf(row.number())))
			.position();
	}

	private Titles titles(Sheet sheet) {
		return sheet.rows()
			.stream()
			.limit(TITLES_WITHIN)
			.map(this::titles)
			.filter((titles) -> titles.position() >= 0 && titles.name() >= 0 && titles.reason() >= 0)
			.findFirst()
			.orElseThrow(() -> RuleViolation.on("file", "filing.annotated.titles"));
	}

	private Titles titles(SheetRow row) {
		return new Titles(row.number(), column(row, FilingColumn.POSITION), column(row, FilingColumn.NAME),
				column(row, FilingColumn.RETURNED));
	}

	/** Whichever language the workbook was taken in. */
	private int column(SheetRow row, FilingColumn column) {
		var words = List.of(word(column, Locale.SIMPLIFIED_CHINESE), word(column, Locale.ENGLISH));
		for (var at = 0; at < row.cells().size(); at++) {
			if (words.contains(row.cell(at).text().strip())) {
				return at;
			}
		}
		return -1;
	}

	private String word(FilingColumn column, Locale locale) {
		return this.messages.getMessage(column.labelKey(), null, locale);
	}

	/** Where the columns are. */
	private record Titles(int row, int position, int name, int reason) {

	}

}
