package org.nuanyang.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where in a workbook the table is and what its columns mean.
 *
 * @param sheet counted from 0
 * @param headerRow the last row of the header, as the sheet numbers it
 */
record Layout(int sheet, int headerRow, List<Column> columns) {

	Layout {
		columns = List.copyOf(columns);
	}

	enum Source {

		/** Recognised by its heading. */
		AUTO,
		/** As the school chose it last time. */
		REMEMBERED,
		/** Chosen by the person now. */
		CHOSEN,
		/** Not known; not imported unless somebody says what it is. */
		UNKNOWN

	}

	/**
	 * @param field the key of the field, null for a column that is not imported
	 */
	record Column(int column, String heading, @Nullable String field, Source source) {

	}

	Map<String, Integer> columnOfField() {
		var columnOf = new LinkedHashMap<String, Integer>();
		for (var column : this.columns) {
			if (column.field() != null) {
				columnOf.putIfAbsent(column.field(), column.column());
			}
		}
		return columnOf;
	}

	/**
	 * The same columns with other meanings.
	 * @param fields the key of a column's field, empty for none
	 */
	Layout with(Function<Column, String> fields) {
		return new Layout(this.sheet, this.headerRow, this.columns.stream().map((column) -> {
			var chosen = fields.apply(column);
			var field = (chosen.isEmpty()) ? null : chosen;
			return (Objects.equals(field, column.field())) ? column
					: new Column(column.column(), column.heading(), field, Source.CHOSEN);
		}).toList());
	}

	/** Whether no other column is called the same: only then the heading says which. */
	boolean isAlone(Column column) {
		var heading = ImportField.plain(column.heading());
		return this.columns.stream().filter((other) -> ImportField.plain(other.heading()).equals(heading)).count() == 1;
	}

	long known() {
		return this.columns.stream().filter((column) -> column.field() != null).count();
	}

}
