package org.nuanyang.workbook;

import java.util.List;

/**
 * One row that holds something.
 *
 * @param number counted from 1, as the spreadsheet shows it
 */
public record SheetRow(int number, boolean hidden, List<Cell> cells) {

	public SheetRow {
		cells = List.copyOf(cells);
	}

	/** The cell of a column counted from 0; empty beyond the end. */
	public Cell cell(int column) {
		return (column < this.cells.size()) ? this.cells.get(column) : Cell.EMPTY;
	}

	public boolean isBlank() {
		return this.cells.stream().allMatch(Cell::isEmpty);
	}

	public int filled() {
		return (int) this.cells.stream().filter((cell) -> !cell.isEmpty()).count();
	}

}
