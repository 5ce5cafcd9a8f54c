package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.nuanyang.workbook.Sheet;

/**
 * What a person needs to see to say what each column is.
 *
 * @param sheets all sheets of the file
 * @param together the sheets that may be imported together, the one whose columns are
 * shown first
 * @param rows that hold data, in the sheets that are taken
 */
record ColumnsPage(ImportRun run, List<Line> lines, List<Choice> choices, List<SheetOutline> sheets,
		List<Take> together, boolean speaksOfSheets, int rows) {

	/**
	 * @param letter of the column; @param samples the first contents, masked where
	 * sensitive
	 */
	record Line(int column, String letter, String heading, String samples, String field, Layout.Source source) {

	}

	record Choice(String key, boolean required) {

	}

	/**
	 * @param said what is said of all its rows
	 * @param first whether it is the sheet whose columns are shown
	 */
	record Take(int index, String name, int rows, String said, boolean taken, boolean first) {

	}

	static ColumnsPage of(ImportRun run, Importer<?> importer, List<SheetOutline> sheets) {
		var layout = run.layout();
		var first = sheets.get(layout.sheet());
		var lines = new ArrayList<Line>();
		for (var column : layout.columns()) {
			var field = (column.field() != null) ? column.field() : "";
			lines.add(new Line(column.column(), Sheet.columnName(column.column()), column.heading(),
					first.samples().getOrDefault(column.column(), ""), field, column.source()));
		}
		var choices = importer.fields().stream().map((field) -> new Choice(field.key(), field.required())).toList();
		var together = together(run, sheets, first);
		return new ColumnsPage(run, lines, choices, sheets, together, importer.speaksOfSheets(),
				together.stream().filter(Take::taken).mapToInt(Take::rows).sum());
	}

	private static List<Take> together(ImportRun run, List<SheetOutline> sheets, SheetOutline first) {
		var taken = new HashSet<Integer>();
		run.parts().forEach((part) -> taken.add(part.layout().sheet()));
		var together = new ArrayList<Take>();
		together.add(new Take(first.index(), first.name(), first.rows(), run.parts().getFirst().said(), true, true));
		sheets.stream()
			.filter((sheet) -> sheet.index() != first.index() && sheet.isLike(first))
			.map((sheet) -> new Take(sheet.index(), sheet.name(), sheet.rows(), said(run, sheet),
					taken.contains(sheet.index()), false))
			.forEach(together::add);
		return together;
	}

	/** The sheets whose lines between the rows say something of those below. */
	public List<SheetOutline> sections() {
		return this.sheets.stream()
			.filter((sheet) -> this.together.stream().anyMatch((take) -> take.index() == sheet.index()))
			.filter((sheet) -> !sheet.sections().isEmpty())
			.toList();
	}

	private static String said(ImportRun run, SheetOutline sheet) {
		return run.parts()
			.stream()
			.filter((part) -> part.layout().sheet() == sheet.index())
			.findFirst()
			.map(SheetPart::said)
			.orElse(sheet.said());
	}

}
