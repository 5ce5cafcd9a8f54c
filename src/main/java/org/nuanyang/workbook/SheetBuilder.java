package org.nuanyang.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.nuanyang.kernel.RuleViolation;

/** Collects the cells of one file within its limits. */
class SheetBuilder {

	private final Limits limits;

	private final List<Sheet> sheets = new ArrayList<>();

	private String name = "";

	private boolean hidden;

	private List<SheetRow> rows = new ArrayList<>();

	private List<Sheet.Merge> merges = new ArrayList<>();

	private List<Cell> cells = new ArrayList<>();

	private int totalCells;

	private int totalCharacters;

	SheetBuilder(Limits limits) {
		this.limits = limits;
	}

	void beginSheet(String name, boolean hidden) {
		this.name = name;
		this.hidden = hidden;
		this.rows = new ArrayList<>();
		this.merges = new ArrayList<>();
		this.cells = new ArrayList<>();
	}

	/**
	 * @param column counted from 0
	 */
	void cell(int column, Cell cell) {
		if (cell.text().isEmpty() && !cell.formula()) {
			return;
		}
		if (column >= this.limits.columns()) {
			throw new RuleViolation("workbook.columns", String.valueOf(this.limits.columns()));
		}
		this.totalCells++;
		this.totalCharacters += cell.text().length();
		if (this.totalCells > this.limits.cells() || this.totalCharacters > this.limits.characters()
				|| cell.text().length() > Limits.CELL) {
			throw new RuleViolation("workbook.cells");
		}
		if (column >= this.cells.size()) {
			this.cells.addAll(Collections.nCopies(column + 1 - this.cells.size(), Cell.EMPTY));
		}
		this.cells.set(column, cell);
	}

	void endRow(int number, boolean hiddenRow) {
		if (this.cells.stream().anyMatch((cell) -> !cell.isEmpty())) {
			if (this.rows.size() >= this.limits.rows()) {
				throw new RuleViolation("workbook.rows", String.valueOf(this.limits.rows()));
			}
			if (number > Limits.ROW) {
				throw new RuleViolation("workbook.damaged");
			}
			this.rows.add(new SheetRow(number, hiddenRow, this.cells));
		}
		this.cells = new ArrayList<>();
	}

	void merge(Sheet.Merge merge) {
		if (this.merges.size() < this.limits.rows()) {
			this.merges.add(merge);
		}
	}

	void endSheet() {
		if (this.sheets.size() >= this.limits.sheets()) {
			throw new RuleViolation("workbook.sheets", String.valueOf(this.limits.sheets()));
		}
		this.sheets.add(new Sheet(this.name, this.hidden, this.rows, this.merges));
	}

	List<Sheet> sheets() {
		return this.sheets;
	}

}
