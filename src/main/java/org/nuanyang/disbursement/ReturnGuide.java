package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

/**
 * What the return of a batch must look like, as the data of its format says.
 *
 * @param titles the columns, in the order of a file without titles
 * @param titled whether a text must have titles; a workbook need not
 * @param fen whether amounts are in 分
 */
public record ReturnGuide(List<String> titles, boolean titled, boolean fen, CodeTable codes) {

	private static final int WIDTH = 14;

	static ReturnGuide of(BankFormatView view, BankFormat format, Locale locale) {
		return new ReturnGuide(titles(format), isTitled(format), format.unit() == BankFormat.Unit.FEN,
				CodeTable.of(view, format, locale));
	}

	/**
	 * A text is read by its titles alone, where the format knows no separator of its own.
	 */
	private static boolean isTitled(BankFormat format) {
		return format.separator().isEmpty()
				&& format.back().columns().stream().noneMatch((column) -> column.bytes() > 0);
	}

	private static List<String> titles(BankFormat format) {
		return format.back().columns().stream().map(ReturnTitles::name).toList();
	}

	/**
	 * An invented return; its batch number is no batch's, so that nobody is paid by it.
	 */
	static BankFileService.Download sample(BankFormat format, LocalDate day) {
		var rows = sampleRows(format, day);
		if (format.kind() == BankFormat.Kind.XLSX) {
			var table = new Table("回盘样例",
					titles(format).stream().map((title) -> new Table.Column(title, WIDTH)).toList(), rows);
			return new BankFileService.Download("回盘样例.xlsx", TableWriter.xlsx(table));
		}
		var lines = new ArrayList<String>();
		if (!format.separator().isEmpty()) {
			lines.add(String.join(format.separator(), titles(format)));
		}
		for (var row : rows) {
			lines.add(row.stream().map(String::valueOf).collect(Collectors.joining(format.separator())));
		}
		var text = String.join("\r\n", lines) + "\r\n";
		return new BankFileService.Download("回盘样例.txt", text.getBytes(format.charset()));
	}

	private static List<List<@Nullable Object>> sampleRows(BankFormat format, LocalDate day) {
		var rows = new ArrayList<List<@Nullable Object>>();
		for (var code : format.back().codes().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
			var row = new ArrayList<@Nullable Object>();
			for (var column : format.back().columns()) {
				row.add(column.padded(sample(format, column.field(), rows.size() + 1, code, day), format.charset()));
			}
			rows.add(row);
		}
		return rows;
	}

	private static String sample(BankFormat format, BankFormat.Field field, int number,
			Map.Entry<String, BankResult> code, LocalDate day) {
		return switch (field) {
			case BATCH -> "样例";
			case ROW_KEY -> "%06d".formatted(number);
			case AMOUNT -> (format.unit() == BankFormat.Unit.FEN) ? "75000" : "750.00";
			case CODE -> code.getKey();
			case MESSAGE -> code.getValue().isPaid() ? "成功" : "";
			case DATE -> DateTimeFormatter.BASIC_ISO_DATE.format(day);
			default -> "";
		};
	}

}
