package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

/**
 * The rows below the header, parted into data and what people add to a table: totals,
 * remarks, signatures, the header once more on each printed page.
 *
 * @param ignored numbers of the rows that hold no data, to be told to the person
 * @param sections lines that say something of the rows below them
 */
record DataRows(List<SheetRow> rows, List<Integer> ignored, List<Integer> hidden, List<Section> sections) {

	/**
	 * What tells such lines apart stands at their beginning; a cell may be 32,767 long.
	 */
	private static final int ENOUGH = 60;

	/** A line with more beside it than its words, a number and a name is no such line. */
	private static final int WORDY = 3;

	/** What is summed up: 本页小计, 一年级合计, 三(1)班小计, 男生共计. */
	private static final String WHOSE = "(?:[本全各第]|[校班页表组级]|年级|初中?|高中?|小学|[一二三四五六七八九十\\d]|[()（）.-]|男|女|学?生|住校|寄宿|走读|人数|以上|\\s)*";

	private static final Pattern TOTAL = Pattern
		.compile(WHOSE + "(合|总|小|共)\\s*计.{0,12}|" + WHOSE + "总\\s*人\\s*数.*" + "|共\\s*[\\d一二三四五六七八九十百]+\\s*(人|名|条|行).*");

	/** 备注：, 校长（签字）：, 第 1 页 … */
	private static final Pattern REMARK = Pattern.compile("[^，。：:]{1,12}[:：].*|第\\s*\\d+\\s*页.*");

	/** 五年级(1)班 over the rows of that class. */
	private static final Pattern SENTENCE = Pattern.compile(".*[:：，。；].*|.*(年级|班)([(（]?共?\\s*\\d+\\s*[人名][)）]?)?");

	/** Whoever has a number this long is somebody. */
	private static final Pattern NUMBER = Pattern.compile("[\\dXx]{8,}");

	/**
	 * A line between the rows and what it says of those below it, to the next such line.
	 *
	 * @param row as the sheet numbers it
	 * @param given by field key; nothing if it cannot be read
	 * @param rows how many it speaks of
	 */
	record Section(int row, String text, Map<String, String> given, int rows) {

		private Section withOneMore() {
			return new Section(this.row, this.text, this.given, this.rows + 1);
		}

	}

	/**
	 * @param given what is said of the whole sheet, by field key
	 */
	static DataRows below(Sheet sheet, Layout layout, Importer<?> importer, Map<String, String> given) {
		var data = new DataRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		var columns = layout.columnOfField().keySet();
		for (var row : sheet.rows()) {
			if (row.number() <= layout.headerRow()) {
				continue;
			}
			if (isHeaderAgain(row, layout)) {
				data.ignored.add(row.number());
			}
			else if (!data.opens(row, importer, columns, given)) {
				data.take(sheet, row, layout);
			}
		}
		return data;
	}

	private void take(Sheet sheet, SheetRow row, Layout layout) {
		if (isDecoration(row) || saysNothing(row, layout)) {
			this.ignored.add(row.number());
			return;
		}
		this.rows.add(sheet.unmerged(row, layout.headerRow() + 1));
		if (row.hidden()) {
			this.hidden.add(row.number());
		}
		if (!this.sections.isEmpty()) {
			this.sections.add(this.sections.removeLast().withOneMore());
		}
	}

	/** Whether the row is about those below it; it then is a section. */
	private boolean opens(SheetRow row, Importer<?> importer, Set<String> columns, Map<String, String> given) {
		if (row.filled() == 0 || row.filled() > WORDY
				|| row.cells().stream().anyMatch((cell) -> NUMBER.matcher(cell.text()).find())) {
			return false;
		}
		var text = first(row);
		var before = (this.sections.isEmpty()) ? given : this.sections.getLast().given();
		var meaning = (TOTAL.matcher(text).matches()) ? Optional.<Map<String, String>>empty()
				: importer.meaningForRowsBelow(text, columns, before);
		meaning.ifPresent((said) -> this.sections.add(new Section(row.number(), text, said, 0)));
		return meaning.isPresent();
	}

	/** What is said of one of the rows: by the line above it, else of the whole sheet. */
	Map<String, String> given(SheetRow row, Map<String, String> ofSheet) {
		var given = ofSheet;
		for (var section : this.sections) {
			if (section.row() > row.number()) {
				break;
			}
			given = section.given();
		}
		return given;
	}

	private static String first(SheetRow row) {
		return row.cells()
			.stream()
			.filter((cell) -> !cell.isEmpty())
			.findFirst()
			.map((cell) -> Plain.text(cell.text()))
			.map((text) -> text.substring(0, Math.min(text.length(), ENOUGH)))
			.orElse("");
	}

	/** A row that begins with 合计 or 备注： and holds little else, or is one sentence. */
	private static boolean isDecoration(SheetRow row) {
		var first = first(row);
		if (TOTAL.matcher(first).matches()) {
			return row.cells().stream().noneMatch((cell) -> NUMBER.matcher(cell.text()).find());
		}
		if (REMARK.matcher(first).matches()) {
			return row.filled() <= 5;
		}
		return row.filled() == 1 && (first.length() > 12 || SENTENCE.matcher(first).matches());
	}

	/** A line prepared for one more pupil, with its serial number at most. */
	private static boolean saysNothing(SheetRow row, Layout layout) {
		return layout.columnOfField().values().stream().allMatch((column) -> row.cell(column).isEmpty());
	}

	private static boolean isHeaderAgain(SheetRow row, Layout layout) {
		var same = layout.columns()
			.stream()
			.filter((column) -> !column.heading().isEmpty())
			.filter((column) -> column.heading().endsWith(Plain.trimmed(row.cell(column.column()).text()))
					&& !row.cell(column.column()).isEmpty())
			.count();
		return same >= 2 && same * 2 > layout.columns().size();
	}

}
