package org.nuanyang.filing;

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

	byte[] xlsx(FilingHead head, FiledList list) {
		var columns = List.of(column("position", 8), column("name", 14), column("sex", 8), column("document", 24),
				column("grade", 12), column("class", 10), column("boarding", 10), column("tier", 10));
		return TableWriter.xlsx(new Table(head.number(), columns, list.rows().stream().map(this::cells).toList()));
	}

	private Table.Column column(String key, int width) {
		return new Table.Column(word("filing.column." + key), width);
	}

	private List<@Nullable Object> cells(FilingRow row) {
		return List.of(row.position(), row.name(), word("kernel.sex." + row.sex()), row.document().masked(),
				row.gradeName(), row.className(), word("filing.boarding." + row.boarding()),
				word(row.tier().labelKey()));
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
