package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

/**
 * What the return of a batch must look like, as the data of its format says.
 *
 * @param titles the columns, in the order of a file without titles; of fixed widths with
 * the width of each
 * @param titled whether a text must have titles; a workbook need not
 * @param fixed whether a text has fixed widths
 * @param fen whether amounts are in 分
 * @param first lines above the rows that carry none
 * @param last lines below them
 */
public record ReturnGuide(List<String> titles, boolean titled, boolean fixed, boolean fen, int first, int last,
		CodeTable codes) {

	private static final int WIDTH = 14;

	static ReturnGuide of(BankFormatView view, BankFormat format, Locale locale) {
		var columns = format.isFixed() ? widths(format) : titles(format);
		return new ReturnGuide(columns, isTitled(format), format.isFixed(), format.unit() == BankFormat.Unit.FEN,
				format.back().first(), format.back().last(), CodeTable.of(view, format, locale));
	}

	/**
	 * A text is read by its titles alone, where the format knows no separator of its own.
	 */
	private static boolean isTitled(BankFormat format) {
		return format.separator().isEmpty() && !format.isFixed();
	}

	private static List<String> widths(BankFormat format) {
		return format.back()
			.columns()
			.stream()
			.map((column) -> "%s（%d）".formatted(ReturnTitles.name(column), column.bytes()))
			.toList();
	}

	private static List<String> titles(BankFormat format) {
		return format.back().columns().stream().map(ReturnTitles::name).toList();
	}

	/**
	 * An invented return, first and last lines included; its batch number is no batch's,
	 * so that nobody is paid by it.
	 */
	static BankFileService.Download sample(BankFormat format, LocalDate day) {
		var lines = new ArrayList<List<@Nullable Object>>();
		lines.addAll(beside("首行样例", format.back().first()));
		if (format.kind() == BankFormat.Kind.XLSX || !format.isFixed()) {
			lines.add(new ArrayList<>(titles(format)));
		}
		lines.addAll(sampleRows(format, day));
		lines.addAll(beside("末行样例", format.back().last()));
		return (format.kind() == BankFormat.Kind.XLSX) ? workbook(format, lines) : text(format, lines);
	}

	/** Lines of the bank's own, which are passed over. */
	private static List<List<@Nullable Object>> beside(String text, int count) {
		return Collections.nCopies(count, List.of(text));
	}

	/** The first line stands where a table has its headings. */
	private static BankFileService.Download workbook(BankFormat format, List<List<@Nullable Object>> lines) {
		var first = lines.getFirst();
		var headings = IntStream.range(0, format.back().columns().size())
			.mapToObj((at) -> new Table.Column((at < first.size()) ? String.valueOf(first.get(at)) : "", WIDTH))
			.toList();
		return new BankFileService.Download("回盘样例.xlsx",
				TableWriter.xlsx(new Table("回盘样例", headings, lines.subList(1, lines.size()))));
	}

	private static BankFileService.Download text(BankFormat format, List<List<@Nullable Object>> lines) {
		var separator = isTitled(format) ? "\t" : format.separator();
		var text = lines.stream()
			.map((line) -> line.stream().map(String::valueOf).collect(Collectors.joining(separator)) + "\r\n")
			.collect(Collectors.joining());
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
