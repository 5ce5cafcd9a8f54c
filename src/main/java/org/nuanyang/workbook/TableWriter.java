package org.nuanyang.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
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
		var out = new ByteArrayOutputStream();
		xlsx(out, table.name(), table.columns(), (rows) -> table.rows().forEach(rows));
		return out.toByteArray();
	}

	/**
	 * Writes a table of any length as its rows come, without holding it. If they break
	 * off, so does the file.
	 * @param rows is given what takes one row after the other
	 */
	public static void xlsx(OutputStream out, String name, List<Table.Column> columns,
			Consumer<Consumer<List<@Nullable Object>>> rows) {
		try {
			TableFile.write(out, name, columns, rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

	/** XML cannot hold control characters, and a cell no more than 32,767. */
	static String allowed(String text) {
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
