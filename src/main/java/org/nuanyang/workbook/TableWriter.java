package org.nuanyang.workbook;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Yuan;

/**
 * Writes tables that a spreadsheet opens without computing anything: whatever a pupil's
 * name or address begins with, it stays text. Ids stay text, so their digits stay.
 */
public final class TableWriter {

	private static final int TEMPLATE_ROWS = 1000;

	private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

	private TableWriter() {
	}

	public static byte[] xlsx(Table table) {
		return XlsxFile.write((workbook) -> {
			var sheet = workbook.newWorksheet(sheetName(table.name()));
			for (var column = 0; column < table.columns().size(); column++) {
				head(sheet, table, column);
			}
			for (var row = 0; row < table.rows().size(); row++) {
				var values = table.rows().get(row);
				for (var column = 0; column < values.size(); column++) {
					put(sheet, row + 1, column, values.get(column));
				}
			}
			sheet.freezePane(0, 1);
		});
	}

	/** Headings over empty columns in the text format, in which ids keep their digits. */
	public static byte[] xlsxTemplate(Table table) {
		return XlsxFile.write((workbook) -> {
			var sheet = workbook.newWorksheet(sheetName(table.name()));
			for (var column = 0; column < table.columns().size(); column++) {
				sheet.range(0, column, TEMPLATE_ROWS, column).style().format("@").set();
				head(sheet, table, column);
			}
			sheet.freezePane(0, 1);
		});
	}

	private static void head(Worksheet sheet, Table table, int column) {
		var heading = table.columns().get(column);
		sheet.value(0, column, heading.heading());
		sheet.style(0, column).bold().fillColor("FFEEF2F6").format("@").set();
		sheet.width(column, heading.width());
	}

	private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case Yuan money -> {
				sheet.value(row, column, money.amount());
				sheet.style(row, column).format("#,##0.00").set();
			}
			case BigDecimal number -> sheet.value(row, column, number);
			case Integer number -> sheet.value(row, column, number);
			case Long number when Math.abs(number) < 1_000_000_000_000_000L -> sheet.value(row, column, number);
			case LocalDate day -> {
				sheet.value(row, column, day);
				sheet.style(row, column).format("yyyy-mm-dd").set();
			}
			default -> putText(sheet, row, column, value.toString());
		}
	}

	/**
	 * A text cell in the text format: editing it does not turn it into a formula either.
	 */
	static void putText(Worksheet sheet, int row, int column, String text) {
		sheet.value(row, column, allowed(text));
		sheet.style(row, column).format("@").set();
	}

	/** XML cannot hold control characters, and a cell no more than 32,767. */
	private static String allowed(String text) {
		var clean = FORBIDDEN.matcher(text).replaceAll("");
		return clean.substring(0, Math.min(clean.length(), Limits.CELL));
	}

	/** Excel refuses these characters and more than 31 of any. */
	static String sheetName(String name) {
		var clean = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
		return (clean.isEmpty()) ? "Sheet1" : clean.substring(0, Math.min(clean.length(), 31));
	}

	/**
	 * As separated text. There every cell is typed anew by whoever opens the file, so
	 * text that would begin a formula gets an apostrophe in front (OWASP, CSV injection).
	 */
	public static byte[] csv(Table table, Charset charset) {
		var out = new StringWriter();
		try (var printer = new CSVPrinter(out, CSVFormat.EXCEL)) {
			printer.printRecord(table.columns().stream().map((column) -> inert(column.heading())).toList());
			for (var row : table.rows()) {
				printer.printRecord(row.stream().map(TableWriter::field).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		var mark = (charset.name().startsWith("UTF")) ? "\uFEFF" : "";
		return (mark + out).getBytes(charset);
	}

	private static String field(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Yuan money -> money.amount().toPlainString();
			case BigDecimal number -> number.toPlainString();
			case Integer number -> number.toString();
			default -> inert(value.toString());
		};
	}

	/** Puts an apostrophe before text that a spreadsheet would take for a formula. */
	public static String inert(String text) {
		return (text.matches("(?s)\\s*[=+\\-@\\t\\r＝＋－＠].*")) ? "'" + text : text;
	}

}
