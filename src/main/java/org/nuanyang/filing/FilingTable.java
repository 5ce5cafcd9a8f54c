package org.nuanyang.filing;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A filing as a workbook. Id numbers are masked: whole ones leave the system by an
 * approved export only.
 */
@Component
class FilingTable {

	private final MessageSource messages;

	FilingTable(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param taken who took it when and why, its last line
	 */
	byte[] xlsx(FilingHead head, FiledList list, List<FilingColumn> columns, String taken) {
		var titles = columns.stream()
			.map((column) -> new Table.Column(word(column.labelKey()), column.width()))
			.toList();
		var rows = new ArrayList<>(list.rows().stream().map((row) -> cells(head, row, columns)).toList());
		rows.add(List.of());
		rows.add(last(columns, taken));
		return TableWriter.xlsx(new Table(head.number(), titles, rows));
	}

	/** In any column but that of the reasons, which come back with the file. */
	private static List<@Nullable Object> last(List<FilingColumn> columns, String taken) {
		var last = new ArrayList<@Nullable Object>();
		if (columns.getFirst() == FilingColumn.RETURNED) {
			last.add(null);
		}
		last.add(taken);
		return last;
	}

	private List<@Nullable Object> cells(FilingHead head, FilingRow row, List<FilingColumn> columns) {
		var cells = new ArrayList<@Nullable Object>();
		columns.forEach((column) -> cells.add(cell(head, row, column)));
		return cells;
	}

	private @Nullable Object cell(FilingHead head, FilingRow row, FilingColumn column) {
		return switch (column) {
			case POSITION -> row.position();
			case NAME -> row.name();
			case SEX -> word("kernel.sex." + row.sex());
			case ID_TYPE -> word("kernel.id-type." + row.document().type());
			case DOCUMENT -> row.document().masked();
			case SCHOOL -> head.schoolName();
			case DISTRICT -> head.districtName();
			case YEAR -> head.year().label();
			case GRADE -> row.gradeName();
			case CLASS -> row.className();
			case BOARDING -> word("filing.boarding." + row.boarding());
			case TIER -> word(row.tier().labelKey());
			case NUMBER -> head.number();
			case RETURNED -> row.returned();
		};
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
