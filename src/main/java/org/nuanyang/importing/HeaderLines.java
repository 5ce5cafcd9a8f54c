package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

/**
 * One row of a sheet, and the row below it, as they might be a header: per column the
 * texts under which it may be known, the best first.
 */
class HeaderLines {

	/** A heading merged over more rows than this is something else. */
	private static final int TALLEST = 4;

	private final Sheet sheet;

	private final List<Sheet.Merge> merges;

	private final Headings headings;

	private final SheetRow upper;

	private final @Nullable SheetRow lower;

	HeaderLines(Sheet sheet, int place, Headings headings) {
		this.sheet = sheet;
		this.headings = headings;
		this.upper = sheet.rows().get(place);
		var next = (place + 1 < sheet.rows().size()) ? sheet.rows().get(place + 1) : null;
		this.lower = (next != null && next.number() == this.upper.number() + 1) ? next : null;
		// There may be thousands further down.
		this.merges = sheet.merges()
			.stream()
			.filter((merge) -> merge.firstRow() <= lastOfTwo() && merge.lastRow() >= this.upper.number())
			.toList();
	}

	/** The upper row for itself. */
	List<List<String>> alone() {
		return texts(this.upper).stream().map(List::of).toList();
	}

	/** Headings merged downwards reach into rows that would else pass for data. */
	int lastOfOne() {
		return this.merges.stream()
			.filter((merge) -> merge.firstRow() == this.upper.number() && merge.lastRow() > merge.firstRow())
			.filter((merge) -> merge.lastRow() - merge.firstRow() < TALLEST)
			.filter((merge) -> this.headings.best(text(this.upper, merge.firstColumn())) != null)
			.mapToInt(Sheet.Merge::lastRow)
			.max()
			.orElse(this.upper.number());
	}

	int lastOfTwo() {
		return (this.lower != null) ? this.lower.number() : this.upper.number();
	}

	/**
	 * Both rows, if the upper one names groups: a title above the heads is no part of
	 * them, and neither is the first pupil below.
	 */
	Optional<List<List<String>>> together() {
		if (this.lower == null) {
			return Optional.empty();
		}
		var above = texts(this.upper);
		var below = texts(this.lower);
		var columns = new ArrayList<List<String>>();
		var grouped = false;
		var group = "";
		for (var column = 0; column < Math.max(above.size(), below.size()); column++) {
			var up = (column < above.size()) ? above.get(column) : "";
			var low = (column < below.size()) ? below.get(column) : "";
			var spread = up.isEmpty() || (column + 1 < above.size() && above.get(column + 1).isEmpty())
					|| up.equals((column + 1 < above.size()) ? above.get(column + 1) : "") || up.equals(group);
			group = (up.isEmpty()) ? group : up;
			var joined = (low.isEmpty() || low.equals(group)) ? "" : group + low;
			if (!isJoint(joined, low, spread)) {
				columns.add(List.of((low.isEmpty()) ? up : low));
				continue;
			}
			columns.add(List.of(joined, low));
			grouped |= saysMore(joined, group, low);
		}
		return grouped ? Optional.of(columns) : Optional.empty();
	}

	private boolean isJoint(String joined, String low, boolean spread) {
		return this.headings.best(joined) != null && (spread || this.headings.best(low) != null);
	}

	/** 姓名 over 张三 reads as 姓名张三 and means no more than 姓名. */
	private boolean saysMore(String joined, String group, String low) {
		var meaning = this.headings.best(joined);
		var ofLow = this.headings.best(low);
		return !Objects.equals(meaning, this.headings.best(group)) || (ofLow != null && !ofLow.equals(meaning));
	}

	private List<String> texts(SheetRow row) {
		var texts = new ArrayList<String>();
		for (var column = 0; column < row.cells().size(); column++) {
			texts.add(text(row, column));
		}
		for (var merge : this.merges) {
			if (merge.firstRow() < row.number() && merge.lastRow() >= row.number()) {
				for (var column = texts.size(); column <= Math.min(merge.lastColumn(), 300); column++) {
					texts.add(text(row, column));
				}
			}
		}
		return texts;
	}

	/** The text of a cell, or of the merged area that covers it. */
	private String text(SheetRow row, int column) {
		var cell = row.cell(column);
		if (!cell.isEmpty()) {
			return (cell.kind() == Cell.Kind.TEXT) ? Plain.trimmed(cell.text()) : "";
		}
		return this.merges.stream()
			.filter((merge) -> merge.covers(row.number(), column))
			.findFirst()
			.flatMap((merge) -> textAt(merge.firstRow(), merge.firstColumn()))
			.orElse("");
	}

	private Optional<String> textAt(int number, int column) {
		return this.sheet.rows()
			.stream()
			.takeWhile((row) -> row.number() <= number)
			.filter((row) -> row.number() == number)
			.findFirst()
			.map((row) -> Plain.trimmed(row.cell(column).text()));
	}

}
