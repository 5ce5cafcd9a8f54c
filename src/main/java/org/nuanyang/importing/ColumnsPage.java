package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.Workbook;

/**
 * What a person needs to see to say what each column is.
 *
 * @param others further sheets of the file that hold such a table
 */
record ColumnsPage(ImportRun run, List<Line> lines, List<Choice> choices, List<ImportService.SheetChoice> sheets,
		List<ImportService.SheetChoice> others, int rows) {

	private static final int SAMPLES = 3;

	/**
	 * @param letter of the column; @param samples the first contents, masked where
	 * sensitive
	 */
	record Line(int column, String letter, String heading, String samples, String field, Layout.Source source) {

	}

	record Choice(String key, boolean required) {

	}

	static ColumnsPage of(ImportRun run, Importer<?> importer, Workbook workbook,
			List<ImportService.SheetChoice> sheets) {
		var layout = run.layout();
		var data = DataRows.below(workbook.sheets().get(layout.sheet()), layout);
		var lines = new ArrayList<Line>();
		for (var column : layout.columns()) {
			var field = (column.field() != null) ? column.field() : "";
			lines.add(new Line(column.column(), Sheet.columnName(column.column()), column.heading(),
					samples(data, column.column()), field, column.source()));
		}
		var choices = importer.fields().stream().map((field) -> new Choice(field.key(), field.required())).toList();
		var others = sheets.stream()
			.filter((sheet) -> sheet.layout() != null && sheet.index() != layout.sheet())
			.filter((sheet) -> sheet.known() * 2 > layout.known())
			.toList();
		return new ColumnsPage(run, lines, choices, sheets, others, data.rows().size());
	}

	/** Long digits are masked whatever the column is said to be. */
	private static String samples(DataRows data, int column) {
		return data.rows()
			.stream()
			.map((row) -> Plain.trimmed(row.cell(column).text()))
			.filter((text) -> !text.isEmpty())
			.distinct()
			.limit(SAMPLES)
			.map(ColumnsPage::shown)
			.reduce((one, other) -> one + "、" + other)
			.orElse("");
	}

	private static String shown(String text) {
		if (text.matches("[A-Za-z]?\\d{10,}[Xx]?")) {
			return (text.length() <= 11) ? text.substring(0, 3) + "****" + text.substring(7) : Plain.masked(text);
		}
		return (text.length() > 20)
				? text.substring(0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length()))))
						+ "…"
				: text;
	}

}
