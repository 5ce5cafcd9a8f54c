package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

/**
 * The rows below the header, parted into data and what people add to a table: totals,
 * remarks, signatures, the header once more on each printed page.
 *
 * @param ignored numbers of the rows that hold no data, to be told to the person
 */
record DataRows(List<SheetRow> rows, List<Integer> ignored, List<Integer> hidden) {

	private static final Pattern TOTAL = Pattern
		.compile("(本?[班校页表]|全[班校年级]+|男生?|女生?)?\\s*(合|总|小|共)\\s*计.{0,12}|总\\s*人\\s*数.*"
				+ "|共\\s*[\\d一二三四五六七八九十百]+\\s*(人|名|条|行).*");

	/** 备注：, 校长（签字）：, 第 1 页 … */
	private static final Pattern REMARK = Pattern.compile("[^，。：:]{1,12}[:：].*|第\\s*\\d+\\s*页.*");

	/** 五年级(1)班 over the rows of that class. */
	private static final Pattern SENTENCE = Pattern.compile(".*[:：，。；].*|.*(年级|班)([(（]?共?\\s*\\d+\\s*[人名][)）]?)?");

	/** Whoever has a number this long is somebody. */
	private static final Pattern NUMBER = Pattern.compile("[\\dXx]{8,}");

	static DataRows below(Sheet sheet, Layout layout) {
		var rows = new ArrayList<SheetRow>();
		var ignored = new ArrayList<Integer>();
		var hidden = new ArrayList<Integer>();
		for (var row : sheet.rows()) {
			if (row.number() <= layout.headerRow()) {
				continue;
			}
			if (isDecoration(row) || isHeaderAgain(row, layout) || saysNothing(row, layout)) {
				ignored.add(row.number());
				continue;
			}
			rows.add(sheet.unmerged(row, layout.headerRow() + 1));
			if (row.hidden()) {
				hidden.add(row.number());
			}
		}
		return new DataRows(rows, ignored, hidden);
	}

	/** A row that begins with 合计 or 备注： and holds little else, or is one sentence. */
	private static boolean isDecoration(SheetRow row) {
		var first = row.cells()
			.stream()
			.filter((cell) -> !cell.isEmpty())
			.findFirst()
			.map((cell) -> Plain.text(cell.text()))
			.orElse("");
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
