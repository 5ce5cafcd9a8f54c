package org.nuanyang.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** One sheet: its rows in order, blank ones left out, and its merged areas. */
public record Sheet(String name, boolean hidden, List<SheetRow> rows, List<Merge> merges) {

	private static final Comparator<SheetRow> BY_NUMBER = Comparator.comparingInt(SheetRow::number);

	public Sheet {
		rows = List.copyOf(rows);
		merges = List.copyOf(merges);
	}

	/** A merged area; rows counted from 1, columns from 0, all included. */
	public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

		public boolean covers(int row, int column) {
			return row >= this.firstRow && row <= this.lastRow && column >= this.firstColumn
					&& column <= this.lastColumn;
		}

	}

	public int columns() {
		return this.rows.stream().mapToInt((row) -> row.cells().size()).max().orElse(0);
	}

	public boolean isBlank() {
		return this.rows.isEmpty();
	}

	/**
	 * The row as its reader sees it: what a cell merged over several rows says, it says
	 * in each.
	 * @param from areas that begin above this row are not about the row
	 */
	public SheetRow unmerged(SheetRow row, int from) {
		var cells = new ArrayList<>(row.cells());
		for (var merge : this.merges) {
			var inside = merge.firstRow() >= from && merge.firstRow() < row.number() && row.number() <= merge.lastRow();
			if (inside && row.cell(merge.firstColumn()).isEmpty()) {
				cells.addAll(Collections.nCopies(Math.max(0, merge.firstColumn() + 1 - cells.size()), Cell.EMPTY));
				cells.set(merge.firstColumn(), at(merge.firstRow(), merge.firstColumn()));
			}
		}
		return new SheetRow(row.number(), row.hidden(), cells);
	}

	private Cell at(int number, int column) {
		var place = Collections.binarySearch(this.rows, new SheetRow(number, false, List.of()), BY_NUMBER);
		return (place >= 0) ? this.rows.get(place).cell(column) : Cell.EMPTY;
	}

	/** 0 is A, 26 is AA. */
	public static String columnName(int column) {
		var name = new StringBuilder();
		for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
			name.insert(0, (char) ('A' + rest % 26));
		}
		return name.toString();
	}

}
